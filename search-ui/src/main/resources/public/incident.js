// SPDX-License-Identifier: GPL-3.0-or-later
// What the two pages say about an incident and an alert.

import { el, shown } from '/assets/dom.js';
import { clock, count, duration, evidence, full, percent, title, words } from '/assets/format.js';

/** Small tags: category, priority, drill. */
export function tags(incident) {
  return [
    el('li', { class: 'tag strong' }, title(incident.category)),
    el('li', { class: 'tag' }, 'Priority ' + incident.priority),
    incident.live ? null : el('li', { class: 'tag warn' }, title(incident.status === 'ACTIVE' ? 'EXPIRED' : incident.status)),
    incident.exercise ? el('li', { class: 'tag' }, 'Exercise') : null,
    incident.protectedPlace ? el('li', { class: 'tag warn' }, 'Protected place') : null,
  ].filter(Boolean);
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

/** A card of an alert; act(alert) is called when it is chosen. */
export function alertCard(alert, incidentTitle, act) {
  const about = alert.place.text || 'a place that the platform gave';
  return el('li', {},
    el('button', { class: 'alert', type: 'button', 'data-state': alert.state, 'data-kind': alert.kind, 'data-id': alert.id, on: { click: () => act(alert) } },
      el('span', { class: 'alert-top' },
        el('span', { class: 'state' }, title(alert.state)),
        el('strong', {}, title(alert.kind) + ' of ' + words(alert.category)),
        el('time', { datetime: alert.updatedAt, title: full(alert.updatedAt) }, clock(alert.updatedAt))),
      incidentTitle ? el('span', { class: 'alert-where' }, incidentTitle) : null,
      el('span', { class: 'alert-why' },
        count(alert.authors, 'independent author') + ' · score ' + percent(alert.score) + ' · rule ',
        el('span', { class: 'whole' }, alert.decision.ruleId)),
      el('span', { class: 'alert-why' }, shown(about), ' · ' + evidence(alert.place) + ', ±' + Math.round(alert.place.radiusMeters) + ' m')));
}

/** Newest change first. */
export function byChange(one, other) {
  return Date.parse(other.updatedAt) - Date.parse(one.updatedAt);
}
