// SPDX-License-Identifier: GPL-3.0-or-later
// The room of one incident.

import { get, incidentPath, post as send } from '/assets/api.js';
import { byId, el, notice, shown } from '/assets/dom.js';
import { openFeed } from '/assets/feed.js';
import { openGate, tellLeaf } from '/assets/gate.js';
import { alertCard, byChange, tags, times } from '/assets/incident.js';
import { bindKeys } from '/assets/keys.js';
import { openLife } from '/assets/life.js';
import { listen } from '/assets/live.js';
import { drawFence, fenceBounds, openMap } from '/assets/map.js';
import { openMarks } from '/assets/marks.js';
import { openSearch } from '/assets/search.js';
import { watchStatus } from '/assets/status.js';
import { heardAt, now } from '/assets/time.js';
import { drawTimeline } from '/assets/timeline.js';

const incidentId = byId('room').dataset.incident;
const status = watchStatus();
status.state('idle', 'not looking yet');
const alerts = new Map();
const found = byId('posts').cloneNode(false);
found.id = 'found';
found.hidden = true;
byId('posts').after(found);

let incident = null;
let stated = null;
let unfence = null;
let searching = false;
let search = null;
let marks = null;
let life = null;
let started = false;
let chosenAlert = null;

byId('new-posts').addEventListener('click', () => searching && search.end());
const live = openFeed(byId('posts'), byId('new-posts'), { chosen: (post) => marks.prove(post) });
const results = openFeed(found, null, { chosen: (post) => marks.prove(post) });
const feed = () => (searching ? results : live);

start();

async function start() {
  const map = await openMap(byId('map'));
  marks = openMarks(map, (post) => feed().choose(post));
  life = openLife(byId('life'), (view) => show(view, map));
  try {
    show(await get(incidentPath(incidentId)), map);
  } catch (error) {
    byId('room-title').textContent = 'This incident cannot be shown';
    byId('posts').replaceChildren(notice('bad', error.status === 404 ? 'There is no such incident' : 'The server did not answer',
      error.status === 404 ? 'It may have another number, or it was never opened.' : error.message));
    return;
  }
  map.fitBounds(fenceBounds(incident.fence).pad(0.12));
  get('/api/v1/alerts?incident=' + encodeURIComponent(incidentId)).then((page) => takeAlerts(page.items)).catch(() => takeAlerts([]));
  openGate(incident, (statement, ask) => look(statement, map, ask));
  setInterval(paint, 5000);
  new ResizeObserver(paint).observe(byId('timeline'));
  bindKeys({
    next: () => feed().step(1),
    previous: () => feed().step(-1),
    enter: () => feed().enter(),
    fresh: () => live.release(),
    search: () => search?.focus(),
    useful: () => dispose(judged(), 'USEFUL'),
    useless: () => dispose(judged(), 'NOT_USEFUL'),
    wrong: () => dispose(judged(), 'FALSE'),
    leave: () => (searching ? search.end() : feed().choose(null)),
  });
}

function look(statement, map, ask) {
  stated = statement;
  live.say(notice('', 'Asking for posts…'));
  const address = incidentPath(incidentId) + '/events?' + new URLSearchParams(statement);
  listen(address, {
    state: status.state,
    refused: (error) => {
      status.state('refused', 'refused');
      if (error.field) ask(error.message);
      live.say(notice('bad', 'Posts are not shown', error.message));
    },
    event: (event) => heard(event, map),
  });
  search ??= openSearch(incidentId, () => stated, () => center(map), {
    begin: () => turn(true),
    results: (posts, more) => {
      if (!more) results.clear();
      results.take(posts);
      results.say(notice('', 'No post meets this search', 'All words must occur, as they are written.'));
      paint();
    },
    end: () => turn(false),
  });
}

function heard(event, map) {
  heardAt(event.at);
  if (event.incident) show(event.incident, map);
  if (event.held) {
    const held = new Set(event.held.ids);
    const since = event.held.since ? Date.parse(event.held.since) : -Infinity;
    live.drop(live.all().filter((post) => !held.has(post.id) && Date.parse(post.witnessedAt) >= since).map((post) => post.id));
  }
  const fresh = live.take(event.posts);
  if (started && !searching) fresh.forEach((post) => marks.announce(post));
  started = true;
  if (event.gone.length) {
    live.drop(event.gone);
    results.drop(event.gone);
  }
  if (event.alerts.length) takeAlerts(event.alerts);
  tellLeaf(event.auditLeaf);
  live.say(notice('', incident.live ? 'No post yet' : 'No post', incident.live
    ? 'Public posts from inside the fence appear here as they are admitted.'
    : 'This incident is over; its posts were deleted or there were none.'));
  paint();
}

function show(view, map) {
  incident = view;
  document.title = view.title + ' · Perimeter';
  byId('room-title').replaceChildren(...shown(view.title));
  unfence?.();
  unfence = drawFence(map, view.fence);
  paint();
}

function takeAlerts(items) {
  for (const alert of items) {
    if ((alerts.get(alert.id)?.sequence ?? 0) < alert.sequence) alerts.set(alert.id, alert);
  }
  const sorted = [...alerts.values()].sort(byChange);
  byId('alerts').replaceChildren(...(sorted.length
    ? sorted.map((alert) => alertCard(alert, null, support, dispose))
    : [el('li', { class: 'quiet' }, 'None. One is raised when independent voices report the same harm here.')]));
  paint();
}

/** The alert that a key judges: the one last chosen, else the newest that nobody has judged. */
function judged() {
  return alerts.get(chosenAlert) ?? [...alerts.values()].sort(byChange).find((alert) => !alert.verdict) ?? null;
}

/** Says what an alert was worth; the ledger has it before the card shows it. */
async function dispose(alert, verdict) {
  if (!alert) return;
  try {
    const kept = await send('/api/v1/alerts/' + encodeURIComponent(alert.id) + '/disposition', { verdict, sequence: alert.sequence });
    const now = alerts.get(alert.id);
    alerts.set(alert.id, { ...now, verdict: kept.verdict, past: kept.past });
    tellLeaf(kept.auditLeaf);
    chosenAlert = null;
  } catch (error) {
    status.state('refused', error.message);
  }
  takeAlerts([]);
}

/** Goes to the newest post behind an alert. */
function support(alert) {
  chosenAlert = alert.id;
  const behind = new Set(alert.postIds);
  const post = feed().all().find((one) => behind.has(one.id));
  if (post) feed().choose(post);
}

function turn(toResults) {
  searching = toResults;
  byId('posts').hidden = toResults;
  found.hidden = !toResults;
  marks.prove(null);
  if (!toResults) results.clear();
  paint();
}

function paint() {
  if (incident === null) return;
  const posts = feed().all();
  byId('room-tags').replaceChildren(...tags(incident));
  byId('room-times').replaceChildren(...times(incident, now()));
  life(incident);
  marks.set(posts);
  drawTimeline(byId('timeline'), {
    posts, alerts: [...alerts.values()], incident, now: now(), choose: (post) => feed().choose(post),
  });
}

function center(map) {
  const { lat, lng } = map.getCenter();
  return { lat, lon: lng };
}
