// SPDX-License-Identifier: GPL-3.0-or-later
// Builds elements. Strings become text and nothing else.

const SVG = 'http://www.w3.org/2000/svg';

// Characters that nobody sees but that change what one reads: controls, bidirectional marks and
// overrides, zero-width spaces. Joiners stay, because scripts and emoji need them.
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** An element; attributes whose value is null or false are left out. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An element of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Nodes of a stranger's text, with the characters made visible that would hide or turn something. */
export function shown(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(UNSEEN)) {
    nodes.push(text.slice(from, found.index));
    const code = 'U+' + found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    nodes.push(el('span', { class: 'unseen', title: 'a character that cannot be seen' }, code));
    from = found.index + found[0].length;
  }
  nodes.push(text.slice(from));
  return nodes.filter((node) => node !== '');
}

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** A paragraph that says that something is missing, or why. */
export function notice(kind, title, words) {
  return el('div', { class: 'notice ' + kind, role: kind === 'bad' ? 'alert' : null },
    el('strong', {}, title), words ? el('p', {}, words) : null);
}
