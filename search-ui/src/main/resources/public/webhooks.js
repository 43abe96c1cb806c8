// SPDX-License-Identifier: GPL-3.0-or-later
// The endpoints that are told of alerts, and how they are doing.

import { get, post } from '/assets/api.js';
import { byId, el, notice } from '/assets/dom.js';
import { clock, count, duration, full, words } from '/assets/format.js';
import { now } from '/assets/time.js';

const PAUSE_MILLIS = 10000;
const TONES = { DELIVERING: 'tag', NEW: 'tag', RETRYING: 'tag warn', DISABLED: 'tag alarm' };
const said = new Map();
let known = [];

/** Shows them in their section, when there are any and the reader may see them. */
export async function watchWebhooks() {
  try {
    known = (await get('/api/v1/webhooks')).webhooks;
    draw();
  } catch (error) {
    if (error.status === 403) return;
    if (known.length) byId('webhooks').replaceChildren(el('li', {}, notice('bad', 'State unknown', error.message)));
  }
  setTimeout(watchWebhooks, PAUSE_MILLIS);
}

function draw() {
  const list = byId('webhooks');
  // What somebody is typing must not be swept away.
  if (list.contains(document.activeElement) && document.activeElement.tagName === 'INPUT') return;
  byId('webhooks-section').hidden = known.length === 0;
  byId('webhook-count').textContent = known.length || '';
  const focused = document.activeElement?.dataset?.webhook;
  list.replaceChildren(...known.map(card));
  if (focused) list.querySelector('[data-webhook="' + CSS.escape(focused) + '"]')?.focus();
}

function card(hook) {
  return el('li', { class: 'incident webhook', 'data-health': hook.health },
    el('strong', {}, hook.id),
    el('ul', { class: 'tags' },
      el('li', { class: TONES[hook.health] }, health(hook)),
      hook.waiting ? el('li', { class: 'tag' }, count(hook.waiting, 'message') + ' waiting') : null,
      hook.failed ? el('li', { class: 'tag warn', title: failures(hook) }, count(hook.failed, 'message') + ' given up') : null),
    el('span', { class: 'line', title: hook.lastDelivered ? full(hook.lastDelivered) : null },
      el('b', {}, count(hook.delivered, 'message') + ' delivered'),
      hook.lastDelivered ? ', the last at ' + clock(hook.lastDelivered) : '', ' · ' + hook.recipient),
    hook.health === 'DISABLED' ? enabling(hook) : testing(hook));
}

function health(hook) {
  if (hook.health === 'DISABLED') return 'Disabled: ' + (hook.disabledReason === 'GONE' ? 'it answered 410' : 'nothing accepted for days');
  if (hook.health !== 'RETRYING') return hook.health === 'NEW' ? 'Nothing sent yet' : 'Delivering';
  const left = hook.nextAttempt ? Date.parse(hook.nextAttempt) - now() : 0;
  return 'Failed (' + words(hook.lastResult) + '), again ' + (left > 0 ? 'in ' + duration(left) : 'now');
}

function failures(hook) {
  return hook.failures.map((failure) => clock(failure.at) + ' ' + failure.webhookId + ': ' + words(failure.lastResult)).join('\n');
}

function testing(hook) {
  const button = el('button', { class: 'link', type: 'button', 'data-webhook': hook.id, on: { click: () => test(hook) } }, 'Send a test');
  return el('span', { class: 'line webhook-act' }, button, el('span', { role: 'status' }, said.get(hook.id) ?? ''));
}

async function test(hook) {
  say(hook, 'sending');
  try {
    const result = await post('/api/v1/webhooks/' + encodeURIComponent(hook.id) + '/test', {});
    say(hook, (result.delivered ? 'accepted' : 'not accepted') + ': ' + words(result.result));
  } catch (error) {
    say(hook, error.message);
  }
}

function enabling(hook) {
  const input = el('input', { type: 'text', maxlength: 500, required: true, 'aria-label': 'Why it is enabled', placeholder: 'Why, for the ledger' });
  const form = el('form', { class: 'webhook-act', on: { submit: (event) => { event.preventDefault(); enable(hook, input.value); } } },
    input, el('button', { class: 'link', type: 'submit' }, 'Enable'), el('span', { role: 'status' }, said.get(hook.id) ?? ''));
  return form;
}

async function enable(hook, reason) {
  try {
    await post('/api/v1/webhooks/' + encodeURIComponent(hook.id) + '/enable', { reason });
    said.delete(hook.id);
    document.activeElement?.blur();
    known = (await get('/api/v1/webhooks')).webhooks;
    draw();
  } catch (error) {
    say(hook, error.message);
  }
}

function say(hook, sentence) {
  said.set(hook.id, sentence);
  draw();
}
