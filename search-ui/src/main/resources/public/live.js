// SPDX-License-Identifier: GPL-3.0-or-later
// A live stream that says how it fares.

import { ApiError } from '/assets/api.js';

const AGAIN_AFTER_MILLIS = 4000;

/**
 * Listens to a stream of the API until it is closed.
 *
 * on.event(data) for every event; on.state('live' | 'lost' | 'trouble', words); on.refused(error)
 * when a rule ends it. Returns a function that closes it.
 */
export function listen(url, on) {
  let source = null;
  let timer = null;
  let closed = false;

  function open() {
    source = new EventSource(url);
    source.addEventListener('message', (event) => {
      on.state('live', '');
      on.event(JSON.parse(event.data));
    });
    source.addEventListener('trouble', (event) => on.state('trouble', JSON.parse(event.data).error));
    source.addEventListener('refused', (event) => refuse(new ApiError(403, JSON.parse(event.data))));
    source.addEventListener('error', () => {
      if (closed) return;
      on.state('lost', 'connection lost, trying again');
      // The browser tries again by itself unless it was given an error for an answer.
      if (source.readyState === EventSource.CLOSED) explain();
    });
  }

  async function explain() {
    const asking = new AbortController();
    try {
      const answer = await fetch(url, { signal: asking.signal });
      if (answer.status >= 400 && answer.status < 500) {
        if (answer.status === 401) location.reload();
        refuse(new ApiError(answer.status, await answer.json()));
        return;
      }
    } catch {
      // Not there at all: trying again is all that is left.
    } finally {
      asking.abort();
    }
    timer = setTimeout(open, AGAIN_AFTER_MILLIS);
  }

  function refuse(error) {
    close();
    on.refused(error);
  }

  function close() {
    closed = true;
    clearTimeout(timer);
    source.close();
  }

  open();
  return close;
}
