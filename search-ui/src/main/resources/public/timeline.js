// SPDX-License-Identifier: GPL-3.0-or-later
// Posts a minute since the incident opened, with its alerts.

import { el, svg } from '/assets/dom.js';
import { clock, count, title } from '/assets/format.js';

const HEIGHT = 64;
const FOOT = 14;
const KINDS = ['NONE', 'REPORT', 'THREAT'];

/** Draws it anew; choose(post) is called with the newest post of a bar that is clicked. */
export function drawTimeline(box, { posts, alerts, incident, now, choose }) {
  const width = Math.max(200, box.clientWidth);
  const opened = Date.parse(incident.openedAt);
  const end = Math.min(now, Date.parse(incident.closedAt ?? incident.expiresAt));
  const times = posts.map((post) => Date.parse(post.witnessedAt));
  const from = Math.min(opened, ...times) - 30000;
  const last = Math.max(end, ...times, from + 10 * 60000);
  const step = stepFor(last - from, width);
  const to = from + Math.ceil((last - from) / step) * step;
  const x = (time) => ((time - from) / (to - from)) * (width - 8) + 4;
  const bars = bin(posts, from, step);
  const most = Math.max(3, ...bars.map((bar) => bar.posts.length));
  const drawing = svg('svg', { width, height: HEIGHT + FOOT, role: 'img', 'aria-label': spoken(posts, alerts) },
    svg('line', { class: 'axis', x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT }),
    bars.map((bar) => column(bar, x, step, most, choose)),
    svg('line', { class: 'opened', x1: x(opened), x2: x(opened), y1: 2, y2: HEIGHT }),
    words(x(opened) + 4, HEIGHT + FOOT - 3, 'opened ' + clock(incident.openedAt).slice(0, 5), 'start'),
    words(width - 4, HEIGHT + FOOT - 3, clock(last).slice(0, 5), 'end'),
    alerts.map((alert) => flag(alert, x(Date.parse(alert.raisedAt)))));
  box.replaceChildren(posts.length || alerts.length ? drawing : el('p', { class: 'quiet' }, 'No post yet.'));
}

function stepFor(span, width) {
  return [60000, 120000, 300000, 600000, 1800000].find((step) => (span / step) * 7 < width) ?? 3600000;
}

function bin(posts, from, step) {
  const bars = new Map();
  for (const post of posts) {
    const start = from + Math.floor((Date.parse(post.witnessedAt) - from) / step) * step;
    if (!bars.has(start)) bars.set(start, { start, posts: [] });
    bars.get(start).posts.push(post);
  }
  return [...bars.values()];
}

function column(bar, x, step, most, choose) {
  const left = x(bar.start);
  const width = Math.max(2, Math.min(22, x(bar.start + step) - left - 1.5));
  let top = HEIGHT;
  const parts = KINDS.map((kind) => {
    const number = bar.posts.filter((post) => post.threat.kind === kind).length;
    const height = (number / most) * (HEIGHT - 8);
    top -= height;
    return number ? svg('rect', { class: 'part', 'data-kind': kind, x: left, y: top, width, height, rx: 1 }) : null;
  });
  return svg('g', { class: 'column', on: { click: () => choose(bar.posts[0]) } },
    svg('title', {}, clock(bar.start).slice(0, 5) + ': ' + count(bar.posts.length, 'post')), parts);
}

function flag(alert, at) {
  return svg('g', { class: 'flag', 'data-state': alert.state },
    svg('line', { x1: at, x2: at, y1: 4, y2: HEIGHT }),
    svg('path', { d: 'M' + at + ' 3l9 4-9 4z' }),
    svg('title', {}, title(alert.kind) + ' alert raised ' + clock(alert.raisedAt)));
}

function words(x, y, text, anchor) {
  return svg('text', { x, y, 'text-anchor': anchor }, text);
}

function spoken(posts, alerts) {
  return count(posts.length, 'post') + ' and ' + count(alerts.length, 'alert') + ' over time';
}
