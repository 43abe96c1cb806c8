// SPDX-License-Identifier: GPL-3.0-or-later
// Words for people out of values for programs.

const TIME = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const FULL = new Intl.DateTimeFormat([], { dateStyle: 'medium', timeStyle: 'long', hour12: false });

/** Hour, minute and second, in the reader's own time zone. */
export function clock(instant) {
  return TIME.format(new Date(instant));
}

/** Date and time with zone. */
export function full(instant) {
  return FULL.format(new Date(instant));
}

/** A length of time in its largest sensible units. */
export function duration(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 60) return seconds + ' s';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes + ' min';
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return hours + ' h ' + String(minutes % 60).padStart(2, '0') + ' min';
  return Math.floor(hours / 24) + ' days';
}

/** A name from the API in plain words: BOMB_THREAT becomes "bomb threat". */
export function words(name) {
  return name.replaceAll('_', ' ').toLowerCase();
}

/** The same with a capital. */
export function title(name) {
  const plain = words(name);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Metres, or kilometres from one on. */
export function distance(meters) {
  return meters < 1000 ? Math.round(meters) + ' m' : (meters / 1000).toFixed(1) + ' km';
}

/** A share of one as a percentage. */
export function percent(share) {
  return Math.round(share * 100) + ' %';
}

/** A count with its noun. */
export function count(number, one, many = one + 's') {
  return number.toLocaleString('en') + ' ' + (number === 1 ? one : many);
}

const EVIDENCE = {
  GPS: 'position that the platform attached',
  PLACE_TAG: 'place that the author tagged',
  TEXT: 'named in the text',
};

/** How a place is known. */
export function evidence(place) {
  return EVIDENCE[place.evidence] ?? words(place.evidence);
}

const REASONS = {
  ALLOWED: 'every rule was met',
  IDENTIFIERS_REPLACED: 'admitted with names, links and numbers replaced',
  NO_LIVE_INCIDENT: 'no incident is live',
  NO_RULEBOOK: 'no rulebook is in force',
  RULEBOOK_EXPIRED: 'the rulebook has expired',
  RULEBOOK_UNSIGNED: 'the rulebook is not signed',
  RULEBOOK_OLDER: 'the rulebook is older than one that governed before',
  LEDGER_NOT_DRAINED: 'the audit ledger is behind',
  SOURCE_NOT_APPROVED: 'no source is approved',
  CLOCK_STEPPED_BACK: 'the clock was set back',
  RETENTION_LATE: 'deletion is late',
};

/** Why a gate decided as it did. */
export function reason(code) {
  return REASONS[code] ?? words(code);
}
