// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of the map: a canvas does not know style sheets, so they are read out of one.

const listeners = [];
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => listeners.forEach((listener) => listener()));

/** The value of a custom property of the page. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

/** Calls back when the reader turns from light to dark or back. */
export function onTheme(listener) {
  listeners.push(listener);
}
