// SPDX-License-Identifier: GPL-3.0-or-later
// Leaflet asks the browser once, through innerHTML, whether it can draw SVG. That one string is let
// through; every other string that wants to become HTML is refused by the browser.
'use strict';
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createHTML: (html) => (html === '<svg/>' ? html : null),
  });
}
