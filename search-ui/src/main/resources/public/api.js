// SPDX-License-Identifier: GPL-3.0-or-later
// The API, and nothing else, is where the page's data comes from.

/** An answer that is an error; message and field are the API's own. */
export class ApiError extends Error {
  constructor(status, body) {
    super(body.error ?? 'The server answered ' + status + '.');
    this.status = status;
    this.field = body.field ?? null;
  }
}

export function get(path, signal) {
  return call(path, { signal });
}

export function post(path, body) {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Path of an incident, with its id escaped. */
export function incidentPath(id) {
  return '/api/v1/incidents/' + encodeURIComponent(id);
}

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, { ...options, redirect: 'error', credentials: 'same-origin' });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiError(0, { error: 'The server cannot be reached.' });
  }
  // Signed out meanwhile: the server leads to the way in, and back to this page.
  if (answer.status === 401) location.reload();
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new ApiError(answer.status, body);
  return body;
}
