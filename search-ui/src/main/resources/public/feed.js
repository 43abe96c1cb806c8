// SPDX-License-Identifier: GPL-3.0-or-later
// A list of posts, newest first. Posts that arrive later wait until they are asked for, so that
// nothing moves under the reader's eyes.

import { card, offer, stub } from '/assets/card.js';
import { el } from '/assets/dom.js';

const MOST_CARDS = 300;

/** A feed in this list with this bar for new posts (null: none waits); on.chosen(post or null). */
export function openFeed(list, bar, on) {
  const posts = new Map();
  const cards = new Map();
  const gone = new Set();
  const open = new Set();
  let waiting = new Set();
  let chosen = null;
  const act = { choose, reason };
  bar?.addEventListener('click', release);

  /** Takes new and changed posts; returns those that were not known. */
  function take(items) {
    const fresh = items.filter((post) => !posts.has(post.id));
    const hold = bar !== null && cards.size > 0;
    for (const post of items) {
      posts.set(post.id, post);
      if (cards.has(post.id)) redraw(post);
      else if (hold) waiting.add(post.id);
    }
    if (!hold) draw();
    paintBar();
    return fresh;
  }

  /** Forgets posts; a card that is on the screen becomes a note of the same place. */
  function drop(ids) {
    for (const id of ids) {
      const post = posts.get(id);
      if (!post) continue;
      posts.delete(id);
      waiting.delete(id);
      if (chosen === id) choose(null);
      if (cards.has(id)) {
        gone.add(id);
        swap(id, stub(post));
      }
    }
    paintBar();
  }

  /** Shows the posts that wait, and goes to the top. */
  function release() {
    waiting = new Set();
    gone.clear();
    draw();
    paintBar();
    list.scrollTop = 0;
    focus(ids()[0]);
  }

  function clear() {
    for (const known of [posts, cards, gone, open, waiting]) known.clear();
    chosen = null;
    draw();
  }

  function all() {
    return [...posts.values()].sort(newestFirst);
  }

  function draw() {
    const held = list.contains(document.activeElement) ? document.activeElement.closest('.post')?.dataset.id : null;
    const visible = all().filter((post) => !waiting.has(post.id)).slice(0, MOST_CARDS);
    const before = new Map(cards);
    cards.clear();
    for (const post of visible) cards.set(post.id, before.get(post.id)?.matches(':not(.gone)') ? before.get(post.id) : card(post, open.has(post.id), act));
    list.replaceChildren(...cards.values());
    first()?.setAttribute('tabindex', '0');
    if (held) focus(held);
  }

  function redraw(post) {
    swap(post.id, card(post, open.has(post.id), act));
    if (chosen === post.id) cards.get(post.id).setAttribute('aria-current', 'true');
  }

  function swap(id, element) {
    const old = cards.get(id);
    const hadFocus = old.contains(document.activeElement);
    element.tabIndex = old.tabIndex;
    old.replaceWith(element);
    cards.set(id, element);
    if (hadFocus) element.focus({ preventScroll: true });
  }

  function choose(post) {
    if (chosen !== null) cards.get(chosen)?.removeAttribute('aria-current');
    chosen = post?.id ?? null;
    if (post && waiting.has(post.id)) release();
    if (post) {
      focus(post.id);
      cards.get(post.id)?.setAttribute('aria-current', 'true');
    }
    on.chosen(post);
  }

  function reason(post) {
    if (!open.delete(post.id)) open.add(post.id);
    redraw(post);
    if (open.has(post.id)) choose(post);
  }

  function focus(id) {
    const element = cards.get(id);
    if (!element) return;
    list.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    element.tabIndex = 0;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }

  /** Moves the focus by so many posts. */
  function step(by) {
    const order = ids();
    const here = order.indexOf(document.activeElement?.closest?.('.post')?.dataset.id);
    focus(order[here < 0 ? 0 : Math.min(order.length - 1, Math.max(0, here + by))]);
  }

  /** Chooses the post that has the focus. */
  function enter() {
    const post = posts.get(document.activeElement?.closest?.('.post')?.dataset.id);
    if (!post) return;
    open.add(post.id);
    redraw(post);
    choose(post);
  }

  function paintBar() {
    if (bar === null) return;
    bar.hidden = waiting.size === 0;
    bar.textContent = offer(waiting.size);
  }

  function ids() {
    return [...list.querySelectorAll('.post')].map((element) => element.dataset.id);
  }

  function first() {
    return list.querySelector('.post');
  }

  /** Says something in place of posts. */
  function say(...nodes) {
    if (cards.size === 0) list.replaceChildren(el('div', { class: 'empty' }, ...nodes));
  }

  return { take, drop, release, clear, all, choose, step, enter, say };
}

function newestFirst(one, other) {
  return Date.parse(other.witnessedAt) - Date.parse(one.witnessedAt) || (one.id < other.id ? -1 : 1);
}
