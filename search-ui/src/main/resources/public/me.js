// SPDX-License-Identifier: GPL-3.0-or-later
// Who you are here, what you may do, and, in the demo, as whom you look.

import { get, post } from '/assets/api.js';
import { byId, el } from '/assets/dom.js';
import { title } from '/assets/format.js';

const EVERYBODY = 'Everybody at this machine';
const SAY_AGAIN_MILLIS = 60000;
const DEEDS = {
  SEARCH: 'search posts inside an incident, for a stated purpose',
  VIEW_INCIDENTS: 'see live incidents',
  OPEN_INCIDENT: 'open and change incidents',
  CLOSE_INCIDENT: 'close incidents',
  VIEW_ALERTS: 'see alerts',
  DISPOSE_ALERT: 'say what an alert was worth',
  VIEW_STATUS: 'see the state of the system',
  VIEW_DEAD_LETTERS: 'see what could not be processed, without content',
  READ_LEDGER: 'verify the ledger',
  READ_REPORT: 'read the oversight report',
  VIEW_WEBHOOKS: 'see integrations',
  MANAGE_WEBHOOKS: 'test and enable integrations',
};

/** Fills the place of the header where it says who is there. */
export async function showMe() {
  let me;
  try {
    me = await get('/api/v1/me');
  } catch {
    return;
  }
  const box = byId('me');
  box.replaceChildren(...(me.people.length ? chooser(me) : [el('span', {}, me.actor)]), ...(me.canSignOut ? [signOut()] : []));
  box.hidden = me.people.length === 0 && !me.canSignOut;
  if (me.canSignOut) sayWhenHere();
  if (me.person) tellWhat(me);
}

/** The server counts what people do, not what the page asks for by itself. */
function sayWhenHere() {
  let said = Date.now();
  const here = () => {
    if (Date.now() - said < SAY_AGAIN_MILLIS) return;
    said = Date.now();
    post('/signin/here', {}).catch(() => {});
  };
  for (const deed of ['pointerdown', 'keydown', 'scroll']) addEventListener(deed, here, { passive: true, capture: true });
}

function chooser(me) {
  const choice = el('select', { id: 'person', on: { change: () => choose(choice.value || null) } },
    el('option', { value: '', selected: me.person === null }, EVERYBODY),
    me.people.map((person) => el('option', { value: person, selected: me.person === person }, title(person))));
  return [el('label', { for: 'person' }, 'Demo, seen as'), choice];
}

async function choose(person) {
  await post('/api/v1/me', { person });
  location.reload();
}

function signOut() {
  return el('button', { class: 'link', type: 'button', on: { click: leave } }, 'Sign out');
}

async function leave() {
  const { next } = await post('/signin/out', {});
  location.assign(next);
}

/** A newcomer cannot know why a page stays empty. */
function tellWhat(me) {
  const able = Object.keys(DEEDS).filter((action) => me.may.includes(action));
  const unable = Object.keys(DEEDS).filter((action) => !me.may.includes(action));
  const box = byId('may');
  box.replaceChildren(
    el('h2', { class: 'title', id: 'may-title' }, title(me.person) + ' in this demo'),
    el('p', {}, el('strong', {}, 'May '), sentence(able), '.'),
    el('p', { class: 'quiet' }, el('strong', {}, 'May not '), sentence(unable), '. Each refusal is an entry in the ledger.'));
  box.hidden = false;
}

function sentence(actions) {
  return actions.map((action) => DEEDS[action]).join('; ');
}
