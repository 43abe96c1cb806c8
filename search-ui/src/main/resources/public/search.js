// SPDX-License-Identifier: GPL-3.0-or-later
// Search and filters, bound to the incident. Each is in the ledger before its results show.

import { incidentPath, post } from '/assets/api.js';
import { byId, el, notice } from '/assets/dom.js';
import { count } from '/assets/format.js';
import { now } from '/assets/time.js';

/**
 * statement() is the purpose with its case number, center() the map's middle; on.begin(),
 * on.results(posts, more) and on.end() are called back.
 */
export function openSearch(incidentId, statement, center, on) {
  const form = byId('search');
  const line = byId('results');
  let next = null;
  let asked = null;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
  for (const name of ['kind', 'minutes', 'within']) form.elements[name].addEventListener('change', run);
  form.elements.text.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end();
  });

  function query() {
    const { text, kind, minutes, within } = form.elements;
    const body = { ...statement(), limit: 50 };
    if (text.value.trim()) body.text = text.value.trim();
    if (kind.value) body.kinds = [kind.value];
    if (minutes.value) body.since = new Date(now() - Number(minutes.value) * 60000).toISOString();
    if (within.value) Object.assign(body, { withinMeters: Number(within.value), center: center() });
    return body;
  }

  function run() {
    const { text, kind, minutes, within } = form.elements;
    if (![text, kind, minutes, within].some((field) => field.value.trim())) {
      end();
      return;
    }
    asked = query();
    on.begin();
    ask(asked, false);
  }

  async function ask(body, more) {
    line.hidden = false;
    if (!more) line.replaceChildren('Searching…');
    try {
      const page = await post(incidentPath(incidentId) + '/searches', body);
      if (asked === null) return;
      next = page.next ?? null;
      on.results(page.items, more);
      line.replaceChildren(...[
        el('span', {}, el('strong', {}, count(page.total, 'post')), page.total === 1 ? ' meets this search' : ' meet this search'),
        el('span', { class: 'leaf' }, 'ledger entry ' + page.auditLeaf),
        next ? el('button', { class: 'link', type: 'button', on: { click: () => ask({ ...asked, after: next }, true) } }, 'More') : null,
        el('button', { class: 'link', type: 'button', on: { click: end } }, 'Back to live'),
      ].filter(Boolean));
    } catch (error) {
      line.replaceChildren(
        notice('bad', 'The search was not made', error.message + (error.field ? ' (' + error.field + ')' : '')),
        el('button', { class: 'link', type: 'button', on: { click: end } }, 'Back to live'));
    }
  }

  function end() {
    form.reset();
    line.hidden = true;
    asked = null;
    on.end();
  }

  return { end, focus: () => form.elements.text.focus() };
}
