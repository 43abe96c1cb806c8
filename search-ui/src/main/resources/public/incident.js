// SPDX-License-Identifier: GPL-3.0-or-later
// What the two pages say about an incident and an alert.

import { el, shown } from '/assets/dom.js';
import { clock, count, duration, evidence, full, percent, title, words } from '/assets/format.js';

/** Small tags: category, priority, drill. */
export function tags(incident) {
  return [
    el('li', { class: 'tag strong' }, title(incident.category)),
    el('li', { class: 'tag' }, 'Priority ' + incident.priority),
    incident.live ? null : el('li', { class: 'tag warn' }, title(stage(incident))),
    incident.exercise ? el('li', { class: 'tag' }, 'Exercise') : null,
    incident.protectedPlace ? el('li', { class: 'tag warn' }, incident.protectedPlaceApproved ? 'Protected place' : 'Protected place, not approved') : null,
  ].filter(Boolean);
}

function stage(incident) {
  return { ACTIVE: 'EXPIRED', PENDING: 'PROPOSED' }[incident.status] ?? incident.status;
}

/** Since when, and until when without anybody's doing. */
export function times(incident, now) {
  const left = Date.parse(incident.expiresAt) - now;
  const over = incident.closedAt ?? (left < 0 ? incident.expiresAt : null);
  const terms = [
    ['Case', incident.caseNumber || 'none (exercise)', ''],
    ['Opened', clock(incident.openedAt), full(incident.openedAt)],
    over === null
      ? ['Ends by itself', 'in ' + duration(left), full(incident.expiresAt)]
      : ['Ended', clock(over), full(over)],
  ];
  return terms.map(([term, value, hint]) => el('div', { title: hint || null }, el('dt', {}, term), el('dd', {}, value)));
}

const VERDICTS = [['USEFUL', 'Useful', 'U'], ['NOT_USEFUL', 'Not useful', 'X'], ['FALSE', 'False', 'F']];

/** What an analyst can say of an alert; dispose(alert, verdict) is called when one is chosen. */
function verdicts(alert, dispose) {
  return el('div', { class: 'verdicts', role: 'group', 'aria-label': 'What was this alert worth?' },
    VERDICTS.map(([verdict, label, key]) => el('button', {
      type: 'button', 'data-verdict': verdict, 'aria-pressed': String(alert.verdict === verdict), on: { click: () => dispose(alert, verdict) },
    }, label, ' ', el('kbd', {}, key))));
}

function past(alert) {
  const { useful, disposed, low, high } = alert.past;
  return disposed ? useful + ' of ' + disposed + ' like it were useful (' + percent(low) + ' to ' + percent(high) + ')'
    : 'none like it was judged yet';
}

/** A card of an alert; act(alert) is called when it is chosen, dispose(alert, verdict) when judged. */
export function alertCard(alert, incidentTitle, act, dispose) {
  const about = alert.place.text || 'a place that the platform gave';
  return el('li', {},
    el('button', { class: 'alert', type: 'button', 'data-state': alert.state, 'data-kind': alert.kind, 'data-id': alert.id, on: { click: () => act(alert) } },
      el('span', { class: 'alert-top' },
        el('span', { class: 'state' }, title(alert.state)),
        el('strong', {}, title(alert.kind) + ' of ' + words(alert.category)),
        el('time', { datetime: alert.updatedAt, title: full(alert.updatedAt) }, clock(alert.updatedAt))),
      incidentTitle ? el('span', { class: 'alert-where' }, incidentTitle) : null,
      el('span', { class: 'alert-why' },
        count(alert.authors, 'independent voice') + (alert.denials ? ' · ' + count(alert.denials, 'denial') : '')
          + ' · ' + percent(alert.probability) + ' likely · unverified'),
      el('span', { class: 'alert-why' }, 'Rule ', el('span', { class: 'whole' }, alert.decision.ruleId), ' · ' + past(alert)),
      el('span', { class: 'alert-why' }, shown(about), ' · ' + evidence(alert.place) + ', ±' + Math.round(alert.place.radiusMeters) + ' m')),
    dispose ? verdicts(alert, dispose) : null);
}

/** Newest change first. */
export function byChange(one, other) {
  return Date.parse(other.updatedAt) - Date.parse(one.updatedAt);
}
