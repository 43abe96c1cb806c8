// SPDX-License-Identifier: GPL-3.0-or-later
// A post's text with the words marked that made the rules fire. Offsets count code points.

import { el, shown } from '/assets/dom.js';
import { distance, title } from '/assets/format.js';

/** Nodes of the text of a post. */
export function highlighted(post) {
  const points = Array.from(post.text);
  const spans = spansOf(post).filter((span) => span.start < span.end && span.end <= points.length);
  const cuts = [...new Set([0, points.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((from, index) => {
    const text = points.slice(from, cuts[index + 1]).join('');
    const over = spans.filter((span) => span.start <= from && span.end >= cuts[index + 1]);
    return over.length === 0
      ? shown(text)
      : [el('mark', { class: [...new Set(over.map((span) => span.look))].join(' '), title: over.map((span) => span.why).join('\n') }, shown(text))];
  });
}

/** The words of a span, for the list of reasons. */
export function wordsAt(post, span) {
  return Array.from(post.text).slice(span.start, span.end).join('');
}

function spansOf(post) {
  const kind = post.threat.kind;
  const language = post.threat.spans.map((span) => ({
    ...span,
    look: kind.toLowerCase(),
    why: (kind === 'NONE' ? 'Spoke against it: ' : title(kind) + ', rule ') + span.rule,
  }));
  const places = post.places.map((place) => ({
    start: place.start,
    end: place.end,
    look: 'place',
    why: 'Place, known to ' + distance(place.radiusMeters),
  }));
  return [...language, ...places];
}
