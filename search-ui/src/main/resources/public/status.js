// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the top: what governs, whether anything is collected, and how fresh the page is.

import { get } from '/assets/api.js';
import { byId, el } from '/assets/dom.js';
import { count, duration, reason } from '/assets/format.js';
import { showMe } from '/assets/me.js';
import { now } from '/assets/time.js';

const PAUSE_MILLIS = 5000;
const STALE_MILLIS = 12000;
const DAY_MILLIS = 86400000;

/** Keeps the line up to date; returns what is to be told of the live stream. */
export function watchStatus() {
  const fresh = { state: 'wait', words: 'connecting', at: null };
  showMe();
  ask();
  setInterval(() => paint(fresh), 1000);
  paint(fresh);
  return {
    state(state, words) {
      fresh.state = state;
      fresh.words = words;
      if (state === 'live') fresh.at = Date.now();
      paint(fresh);
    },
  };
}

async function ask() {
  try {
    const status = await get('/api/v1/status');
    fact('collecting', ...collecting(status));
    fact('rulebook', ...rulebook(status.rulebook));
    fact('ledger', 'Ledger ' + (status.ledger.size === undefined ? 'unreadable' : count(status.ledger.size, 'entry', 'entries')),
      status.ledger.size === undefined ? 'bad' : 'plain', 'Every search and every view is recorded in it.');
  } catch (error) {
    fact('collecting', 'State unknown: ' + error.message, 'bad', '');
  } finally {
    setTimeout(ask, PAUSE_MILLIS);
  }
}

function collecting(status) {
  if (status.store === 'DOWN') return ['Store is down', 'bad', 'Nothing is collected or shown.'];
  const { allowed, ruleId, reason: code } = status.collecting;
  if (status.withoutReceipt > 0) {
    return [count(status.withoutReceipt, 'incident') + ' without a ledger entry', 'bad',
      'Somebody wrote into the store past the rules. Nothing is collected there.'];
  }
  if (allowed) {
    return ['Collecting around ' + count(status.liveIncidents, 'incident'), 'good', 'Allowed by rule ' + ruleId];
  }
  return ['Not collecting: ' + reason(code), code === 'NO_LIVE_INCIDENT' ? 'plain' : 'warn', 'Rule ' + ruleId];
}

function rulebook(book) {
  if (!book.inForce) return ['No rulebook in force: ' + reason(book.reason ?? 'NO_RULEBOOK'), 'bad', book.problems.join('\n')];
  // Whole dates in UTC, as the report counts them.
  const today = Math.floor(now() / DAY_MILLIS) * DAY_MILLIS;
  const days = Math.max(0, (Date.parse(book.sunset) - today) / DAY_MILLIS);
  return ['Rulebook ' + book.hash.slice(0, 8) + ', ' + count(days, 'day') + ' to sunset', days <= 14 ? 'warn' : 'plain',
    'Valid until the end of ' + book.sunset + ' UTC. Hash ' + book.hash];
}

function fact(name, words, tone, hint) {
  const item = document.querySelector('[data-fact="' + name + '"]');
  item.dataset.tone = tone;
  item.title = hint;
  item.replaceChildren(el('span', { class: 'dot', 'aria-hidden': 'true' }), words);
}

function paint(fresh) {
  const age = fresh.at === null ? null : Date.now() - fresh.at;
  const stale = fresh.state === 'live' && age > STALE_MILLIS;
  const box = byId('fresh');
  box.dataset.state = stale ? 'lost' : fresh.state;
  const words = stale ? 'no news for ' + duration(age) : fresh.words || 'live';
  const seen = age === null || fresh.state === 'idle' ? '' : ' · ' + (age < 1500 ? 'now' : duration(age) + ' ago');
  box.querySelector('.words').textContent = words + (stale ? '' : seen);
}
