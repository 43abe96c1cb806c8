// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard: J and K or the arrows through posts, Enter to the map, N for new posts, / to search,
// U, X and F to judge an alert useful, not useful or false.

/** Binds keys to acts: next, previous, enter, fresh, search, leave, useful, useless, wrong. */
export function bindKeys(act) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const onPost = event.target.matches?.('.post');
    const inFeed = Boolean(event.target.closest?.('.posts'));
    const chosen = {
      j: act.next,
      k: act.previous,
      ArrowDown: inFeed ? act.next : null,
      ArrowUp: inFeed ? act.previous : null,
      Enter: onPost ? act.enter : null,
      n: act.fresh,
      '/': act.search,
      u: act.useful,
      x: act.useless,
      f: act.wrong,
      Escape: act.leave,
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!chosen) return;
    event.preventDefault();
    chosen();
  });
}

function isTyping(target) {
  return Boolean(target.closest?.('input, select, textarea'));
}
