// SPDX-License-Identifier: GPL-3.0-or-later
// Why a post is here: the gate's rule, the words, the place, the times and the end of its stay.

import { el, shown } from '/assets/dom.js';
import { clock, distance, duration, evidence, full, percent, reason, title, words } from '/assets/format.js';
import { wordsAt } from '/assets/highlight.js';

/** The list of reasons. */
export function reasons(post) {
  return el('dl', { class: 'reasons' },
    row('Admitted by', rule(post)),
    row('Language', language(post)),
    row('Place', place(post)),
    row('Time', time(post)),
    row('Author', el('span', {}, 'pseudonym ', el('code', {}, post.author.slice(0, 12)), ', valid inside this incident only')),
    row('Kept until', el('span', {}, post.deleteByDay + ' at the latest, class ' + post.retentionClass)));
}

function row(term, ...values) {
  return el('div', {}, el('dt', {}, term), el('dd', {}, values));
}

function rule(post) {
  const { ruleId, reason: code, rulebookHash } = post.decision;
  return el('span', {}, el('code', { class: 'rule' }, ruleId), ' ' + reason(code) + ', rulebook ', el('code', { title: rulebookHash }, rulebookHash.slice(0, 8)));
}

function language(post) {
  const { kind, category, score, spans } = post.threat;
  const about = kind === 'NONE'
    ? 'neither report nor threat; about an incident: ' + percent(post.relevance)
    : title(kind) + ' of ' + words(category) + ', score ' + percent(score);
  return el('div', {}, about, el('ul', { class: 'spans' }, joined(spans).map((span) =>
    el('li', {}, el('q', {}, shown(wordsAt(post, span))), ' ', el('code', {}, span.rule)))));
}

/** One line for words that a rule found more than once in an overlapping way. */
function joined(spans) {
  const lines = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const line = lines.find((before) => before.rule === span.rule && span.start < before.end);
    if (line) line.end = Math.max(line.end, span.end);
    else lines.push({ ...span });
  }
  return lines;
}

function place(post) {
  const { place: at, distanceMeters } = post.match;
  return el('div', {},
    at.text ? el('q', {}, shown(at.text)) : 'the post’s own place', ', ' + evidence(at),
    el('br'), title(at.precision) + ' known to ±' + distance(at.radiusMeters) + ', confidence ' + percent(at.confidence),
    el('br'), 'inside the fence, ' + distance(distanceMeters) + ' from its middle',
    el('br'), at.placeId ? el('code', {}, shown(at.placeId)) : null);
}

function time(post) {
  const waited = Date.parse(post.admittedAt) - Date.parse(post.witnessedAt);
  return el('span', { title: full(post.witnessedAt) },
    'seen ' + clock(post.witnessedAt) + ', admitted ' + clock(post.admittedAt),
    post.match.rewound ? ' (it waited ' + duration(waited) + ' in memory, before the incident opened)' : null);
}
