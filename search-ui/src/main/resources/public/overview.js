// SPDX-License-Identifier: GPL-3.0-or-later
// The page of all live incidents.

import { byId, el, notice, shown } from '/assets/dom.js';
import { clock, count, duration, full } from '/assets/format.js';
import { alertCard, byChange, tags } from '/assets/incident.js';
import { listen } from '/assets/live.js';
import { fenceBounds, fenceShape, fenceStyle, openMap } from '/assets/map.js';
import { watchStatus } from '/assets/status.js';
import { onTheme } from '/assets/theme.js';
import { heardAt, now } from '/assets/time.js';
import { watchWebhooks } from '/assets/webhooks.js';

const L = window.L;
const status = watchStatus();
const alerts = new Map();
let incidents = [];
let counts = {};
let fitted = '';

const map = await openMap(byId('map'));
const fences = L.layerGroup().addTo(map);
onTheme(drawFences);

listen('/api/v1/events', {
  state: status.state,
  refused: (error) => {
    status.state('refused', 'refused');
    byId('incidents').replaceChildren(el('li', {}, notice('bad', 'Nothing can be shown', error.message)));
    byId('alerts').replaceChildren();
  },
  event: (event) => {
    heardAt(event.at);
    if (event.incidents) incidents = event.incidents;
    if (event.posts) counts = event.posts;
    for (const alert of event.alerts) alerts.set(alert.id, alert);
    if (event.incidents) drawFences();
    if (event.incidents || event.posts) drawIncidents();
    if (event.incidents || event.alerts.length || byId('alerts').ariaBusy === 'true') drawAlerts();
  },
});
setInterval(drawIncidents, 15000);
watchWebhooks();

function drawIncidents() {
  const list = byId('incidents');
  list.ariaBusy = 'false';
  byId('incident-count').textContent = incidents.length || '';
  const focused = document.activeElement?.dataset?.id;
  list.replaceChildren(...(incidents.length ? incidents.map(card) : [el('li', {}, notice('', 'No incident is live',
    'Nothing is collected until one opens. Incidents come from the dispatch feed or by POST to /api/v1/incidents.'))]));
  if (focused) list.querySelector('[data-id="' + CSS.escape(focused) + '"]')?.focus();
}

function card(incident) {
  const left = Date.parse(incident.expiresAt) - now();
  const raised = [...alerts.values()].filter((alert) => alert.incidentId === incident.id && isOpen(alert));
  return el('li', {},
    el('a', { class: 'incident', href: roomOf(incident.id), 'data-id': incident.id, on: { mouseenter: () => point(incident), focus: () => point(incident) } },
      el('strong', {}, shown(incident.title)),
      el('ul', { class: 'tags' }, tags(incident), raised.length ? el('li', { class: 'tag alarm' }, count(raised.length, 'alert')) : null),
      el('span', { class: 'line', title: full(incident.openedAt) },
        el('b', {}, count(counts[incident.id] ?? 0, 'post')), ' · opened ' + clock(incident.openedAt) + ' · ends in ' + duration(left))));
}

function drawAlerts() {
  const list = byId('alerts');
  list.ariaBusy = 'false';
  const open = [...alerts.values()].sort(byChange).slice(0, 30);
  byId('alert-count').textContent = open.length || '';
  const titles = new Map(incidents.map((incident) => [incident.id, incident.title]));
  list.replaceChildren(...(open.length
    ? open.map((alert) => alertCard(alert, titles.get(alert.incidentId) ?? 'An incident that is over', () => location.assign(roomOf(alert.incidentId))))
    : [el('li', {}, notice('', 'No alert', 'One is raised when independent voices report the same harm inside a fence.'))]));
  drawIncidents();
}

function drawFences() {
  fences.clearLayers();
  for (const incident of incidents) {
    const name = el('span', { class: 'fence-name' }, shown(incident.title));
    fenceShape(incident.fence, { ...fenceStyle(), fillOpacity: 0.12, pane: 'fences' })
      .on('click', () => location.assign(roomOf(incident.id)))
      .addTo(fences);
    const bounds = fenceBounds(incident.fence);
    L.tooltip({ permanent: true, direction: 'top', className: 'fence-tip' })
      .setLatLng([bounds.getNorth(), bounds.getCenter().lng])
      .setContent(name)
      .addTo(fences);
  }
  const key = incidents.map((incident) => incident.id).join(' ');
  if (incidents.length && key !== fitted) {
    fitted = key;
    const bounds = L.latLngBounds([]);
    incidents.forEach((incident) => bounds.extend(fenceBounds(incident.fence)));
    map.fitBounds(bounds.pad(0.35), { maxZoom: 15 });
  }
}

function point(incident) {
  const bounds = fenceBounds(incident.fence);
  if (!map.getBounds().contains(bounds)) map.panTo(bounds.getCenter());
}

function isOpen(alert) {
  return alert.state === 'RAISED' || alert.state === 'CONFIRMED';
}

function roomOf(id) {
  return '/incidents/' + encodeURIComponent(id);
}
