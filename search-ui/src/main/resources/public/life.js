// SPDX-License-Identifier: GPL-3.0-or-later
// What a supervisor can do to an incident's life: renew its fence, approve it, close it.

import { incidentPath, post } from '/assets/api.js';
import { el } from '/assets/dom.js';
import { count } from '/assets/format.js';

const SUPERVISOR = { name: 'supervisor', label: 'Supervisor who grants it', most: 100 };
const REASON = { name: 'reason', label: 'Reason', most: 500 };
const PERSON = { name: 'person', label: 'Who approves', most: 100 };

/** Fills the menu; changed(view) is called with the incident as it is after a deed. */
export function openLife(menu, changed) {
  let drawn = '';
  return (incident) => {
    const forms = offers(incident);
    // A form that somebody is writing in is not drawn anew.
    const now = forms.map((form) => form.deed + form.title + form.hint).join('|');
    menu.hidden = forms.length === 0;
    if (now === drawn) return;
    drawn = now;
    menu.querySelector('div').replaceChildren(...forms.map((form) => draw(form, incident, changed)));
  };
}

function offers(incident) {
  const over = Boolean(incident.closedAt) || (incident.status === 'ACTIVE' && !incident.live);
  if (over) return [];
  const offered = [];
  if (incident.live && incident.renewalsLeft > 0) {
    offered.push({
      deed: 'renew', title: 'Renew the fence', fields: [SUPERVISOR, REASON], fixed: {},
      hint: count(incident.renewalsLeft, 'renewal') + ' left; each gives one life at most (rule COL-03).',
    });
  }
  if (incident.protectedPlace && !incident.protectedPlaceApproved) {
    const given = new Set(incident.approvals.map((approval) => approval.role));
    for (const [role, title] of [['LEGAL', 'Approve as legal counsel'], ['COMMAND', 'Approve as command']]) {
      if (given.has(role)) continue;
      offered.push({
        deed: 'approve', title, fields: [PERSON], fixed: { role },
        hint: 'Nothing is collected at a protected place until two people approved it (rule FAS-01).',
      });
    }
  }
  offered.push({
    deed: 'close', title: 'Close the incident', fields: [REASON], fixed: {},
    hint: 'It does not open again; a new incident may name it (rule COL-03).',
  });
  return offered;
}

function draw(form, incident, changed) {
  const error = el('p', { class: 'error', role: 'alert' });
  const inputs = form.fields.map((field) => el('input', { name: field.name, required: true, maxlength: field.most, autocomplete: 'off' }));
  const send = async (event) => {
    event.preventDefault();
    error.textContent = '';
    const body = { ...form.fixed };
    inputs.forEach((input) => { body[input.name] = input.value.trim(); });
    try {
      changed(await post(incidentPath(incident.id) + '/' + form.deed, body));
      inputs.forEach((input) => { input.value = ''; });
    } catch (failure) {
      error.textContent = failure.message;
      inputs.find((input) => input.name === failure.field)?.focus();
    }
  };
  return el('form', { 'data-deed': form.deed, on: { submit: send } },
    el('h2', {}, form.title), el('p', {}, form.hint),
    form.fields.map((field, i) => el('label', {}, field.label, inputs[i])),
    el('button', { class: 'primary', type: 'submit' }, form.title), error);
}
