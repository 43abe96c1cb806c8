// SPDX-License-Identifier: GPL-3.0-or-later
// Before any post is shown: why, and under which case number. Kept for this tab only.

import { byId, el } from '/assets/dom.js';
import { words } from '/assets/format.js';

/**
 * Asks, or remembers; granted({ purpose, caseNumber }, ask) is called with the
 * statement, and with what shows the form again and says what was wrong.
 */
export function openGate(incident, granted) {
  const form = byId('gate');
  const key = 'statement ' + incident.id;
  form.elements.caseNumber.value = incident.caseNumber;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const statement = { purpose: form.elements.purpose.value, caseNumber: form.elements.caseNumber.value.trim() };
    sessionStorage.setItem(key, JSON.stringify(statement));
    enter(statement);
  });
  const known = sessionStorage.getItem(key);
  if (known) enter(JSON.parse(known));
  else ask('');

  function enter(statement) {
    form.hidden = true;
    byId('gate-error').textContent = '';
    for (const id of ['stated', 'search', 'hints']) byId(id).hidden = false;
    byId('stated').replaceChildren(
      el('span', {}, 'Looking for ', el('strong', {}, words(statement.purpose)), ', case ', el('strong', {}, statement.caseNumber)),
      el('span', { id: 'leaf', class: 'leaf' }),
      el('button', { class: 'link', type: 'button', on: { click: leave } }, 'Change'));
    granted(statement, ask);
  }

  function leave() {
    sessionStorage.removeItem(key);
    location.reload();
  }

  /** Shows the form again, with what was wrong. */
  function ask(message) {
    sessionStorage.removeItem(key);
    form.hidden = false;
    for (const id of ['stated', 'search', 'hints']) byId(id).hidden = true;
    byId('gate-error').textContent = message;
    form.elements.purpose.focus({ preventScroll: true });
  }
}

/** Says where in the ledger the last look is. */
export function tellLeaf(leaf) {
  if (leaf !== undefined) byId('leaf').textContent = 'ledger entry ' + leaf;
}
