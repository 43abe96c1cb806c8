// SPDX-License-Identifier: GPL-3.0-or-later
// Posts on the map: one mark for each place, and the evidence for the chosen post.

import { el, shown } from '/assets/dom.js';
import { count, evidence } from '/assets/format.js';
import { colour, onTheme } from '/assets/theme.js';

const L = window.L;
const RANK = { NONE: 0, REPORT: 1, THREAT: 2 };

/** Marks on this map; choose(post) is called when one is clicked. */
export function openMarks(map, choose) {
  const group = L.layerGroup().addTo(map);
  const proof = L.layerGroup().addTo(map);
  const marks = new Map();
  let places = new Map();
  let chosen = null;

  onTheme(() => {
    marks.forEach((mark, key) => mark.setStyle(style(places.get(key))));
    prove(chosen, false);
  });

  /** Shows exactly these posts. */
  function set(posts) {
    places = byPlace(posts);
    for (const [key, mark] of marks) {
      if (!places.has(key)) {
        mark.remove();
        marks.delete(key);
      }
    }
    for (const [key, here] of places) {
      const known = marks.get(key);
      if (known) {
        known.setStyle(style(here)).setRadius(radius(here));
      } else {
        marks.set(key, mark(key, here));
      }
    }
  }

  function mark(key, here) {
    const { point } = here[0].match.place;
    return L.circleMarker([point.lat, point.lon], { pane: 'marks', radius: radius(here), ...style(here) })
      .on('click', () => choose(places.get(key)[0]))
      .bindTooltip(() => tip(places.get(key)), { direction: 'top', offset: [0, -6] })
      .addTo(group);
  }

  /** A ring that spreads and vanishes where a post has just appeared. */
  function announce(post) {
    const { point } = post.match.place;
    const ring = el('span', { class: 'ring', 'data-kind': post.threat.kind });
    const wave = L.marker([point.lat, point.lon], {
      pane: 'waves', interactive: false, keyboard: false,
      icon: L.divIcon({ className: 'wave', html: ring, iconSize: [0, 0] }),
    }).addTo(map);
    ring.addEventListener('animationend', () => wave.remove());
  }

  /** The circle of uncertainty of the post's place; none for null. */
  function prove(post, move = true) {
    proof.clearLayers();
    chosen = post;
    if (!post) return;
    const { point, radiusMeters } = post.match.place;
    const circle = L.circle([point.lat, point.lon], {
      pane: 'evidence', interactive: false, radius: radiusMeters,
      color: colour('ink'), weight: 1.5, dashArray: '6 4', fillColor: tone(post.threat.kind), fillOpacity: 0.16,
    });
    L.circleMarker([point.lat, point.lon], {
      pane: 'evidence', interactive: false, radius: 17, color: colour('ink'), weight: 2, fill: false,
    }).addTo(proof);
    circle.addTo(proof);
    if (move && !map.getBounds().contains(circle.getBounds())) {
      map.fitBounds(circle.getBounds().extend([point.lat, point.lon]), { padding: [50, 50], maxZoom: Math.max(15.5, map.getZoom()) });
    }
  }

  return { set, announce, prove };
}

function byPlace(posts) {
  const places = new Map();
  for (const post of posts) {
    const { lat, lon } = post.match.place.point;
    const key = lat.toFixed(6) + ' ' + lon.toFixed(6);
    if (!places.has(key)) places.set(key, []);
    places.get(key).push(post);
  }
  return places;
}

function worst(here) {
  return here.map((post) => post.threat.kind).reduce((one, other) => (RANK[other] > RANK[one] ? other : one));
}

function tone(kind) {
  return colour(kind.toLowerCase());
}

function style(here) {
  return { color: colour('halo'), weight: 2, fillColor: tone(worst(here)), fillOpacity: 0.92 };
}

function radius(here) {
  return Math.min(20, 6 + 2.2 * Math.sqrt(here.length - 1));
}

function tip(here) {
  const { place } = here[0].match;
  return el('div', { class: 'tip' },
    el('strong', {}, count(here.length, 'post')), el('br'),
    shown(place.text || 'a place'), el('br'), evidence(place) + ', ±' + Math.round(place.radiusMeters) + ' m');
}
