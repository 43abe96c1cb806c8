// SPDX-License-Identifier: GPL-3.0-or-later
// The server's clock, as far as the page knows it: the reader's own may be wrong.

let ahead = 0;

/** Takes note of what the server's clock says now. */
export function heardAt(instant) {
  ahead = Date.parse(instant) - Date.now();
}

/** Milliseconds of the epoch on the server's clock. */
export function now() {
  return Date.now() + ahead;
}
