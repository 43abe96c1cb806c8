// SPDX-License-Identifier: GPL-3.0-or-later
// One post as a card.

import { el, shown } from '/assets/dom.js';
import { clock, count, distance, full, title, words } from '/assets/format.js';
import { highlighted } from '/assets/highlight.js';
import { reasons } from '/assets/reason.js';

/** A card; act.choose(post) shows the post on the map, act.reason(post) opens its reasons. */
export function card(post, open, act) {
  const { kind, category } = post.threat;
  const why = el('button', { class: 'link why', type: 'button', 'aria-expanded': open ? 'true' : 'false', on: { click: () => act.reason(post) } },
    open ? 'Hide the reason' : 'Why is this here?');
  return el('article', { class: 'post', tabindex: -1, 'data-id': post.id, 'data-kind': kind, 'aria-label': title(kind) + ' at ' + clock(post.witnessedAt) },
    el('header', {},
      el('span', { class: 'kind' }, kind === 'NONE' ? 'On the scene' : title(kind) + ': ' + words(category)),
      author(post),
      el('span', { class: 'network' }, shown(post.network)),
      el('time', { datetime: post.witnessedAt, title: full(post.witnessedAt) }, clock(post.witnessedAt))),
    el('p', { class: 'text', dir: 'auto', lang: post.language === 'und' ? null : post.language }, highlighted(post)),
    post.mediaDescriptions.map((media) => el('p', { class: 'media', dir: 'auto' }, 'Picture: ', shown(media))),
    el('footer', {},
      el('button', { class: 'link where', type: 'button', title: 'Show on the map', on: { click: () => act.choose(post) } },
        shown(post.match.place.text || 'Place of the post'), ' ±' + distance(post.match.place.radiusMeters)),
      el('code', { class: 'rule', title: 'The rule that admitted it' }, post.decision.ruleId),
      post.match.rewound ? el('span', { class: 'tag' }, 'From before the opening') : null,
      why),
    open ? reasons(post) : null);
}

/** What stays where a post was deleted while one reads. */
export function stub(post) {
  return el('article', { class: 'post gone', tabindex: -1, 'data-id': post.id, 'aria-label': 'Deleted post' },
    el('p', {}, 'This post of ' + clock(post.witnessedAt) + ' was deleted and is gone from here.'));
}

/** The words of the bar that offers new posts. */
export function offer(number) {
  return '↑ ' + count(number, 'new post');
}

function author(post) {
  const short = post.author.slice(0, 6);
  const dot = el('span', { class: 'who-dot', 'aria-hidden': 'true' });
  dot.style.setProperty('--hue', String(parseInt(short, 36) % 360 || 0));
  return el('span', { class: 'who', title: 'Pseudonym of the author, valid inside this incident only' }, dot, short);
}
