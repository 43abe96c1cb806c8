// SPDX-License-Identifier: GPL-3.0-or-later
// The map: Leaflet on a canvas, with the jurisdiction's own streets below and no server behind it.

import { get } from '/assets/api.js';
import { drawBasemap } from '/assets/basemap.js';
import { el } from '/assets/dom.js';
import { colour, onTheme } from '/assets/theme.js';

const L = window.L;

// From below to above; what is not to be clicked lies on panes of its own.
const PANES = { base: 210, mask: 300, fences: 400, labels: 410, evidence: 420, marks: 450, waves: 480 };

/** A map in this element, drawn as soon as its layers arrive. */
export async function openMap(container) {
  const map = L.map(container, {
    preferCanvas: true,
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.5,
    minZoom: 2,
    maxZoom: 19,
    fadeAnimation: false,
  });
  map.setView([0, 0], 2);
  for (const [name, z] of Object.entries(PANES)) map.createPane(name).style.zIndex = z;
  for (const name of ['base', 'mask', 'labels', 'evidence', 'waves']) map.getPane(name).style.pointerEvents = 'none';
  container.append(zoomButtons(map));
  new ResizeObserver(() => map.invalidateSize()).observe(container);
  const place = await get('/api/v1/jurisdiction').catch(() => ({ bbox: [] }));
  if (place.bbox.length === 4) {
    const [west, south, east, north] = place.bbox;
    map.fitBounds([[south, west], [north, east]]);
    drawBasemap(map);
  }
  container.append(el('p', { class: 'attribution' }, place.attribution ?? 'no base map configured'));
  return map;
}

function zoomButtons(map) {
  const button = (sign, label, act) => el('button', { type: 'button', 'aria-label': label, title: label, on: { click: act } }, sign);
  return el('div', { class: 'zoom' },
    button('+', 'Zoom in', () => map.zoomIn(1)),
    button('−', 'Zoom out', () => map.zoomOut(1)));
}

/** The shape of a fence as a Leaflet layer. */
export function fenceShape(fence, options) {
  return fence.shape === 'CIRCLE'
    ? L.circle([fence.center.lat, fence.center.lon], { ...options, radius: fence.radiusMeters })
    : L.polygon(rings(fence), options);
}

/** Its extent. */
export function fenceBounds(fence) {
  return fence.shape === 'CIRCLE'
    ? L.latLng(fence.center.lat, fence.center.lon).toBounds(fence.radiusMeters * 2)
    : L.latLngBounds(rings(fence)[0]);
}

/** Its line and its light filling. */
export function fenceStyle() {
  return { color: colour('fence'), weight: 2.5, fillColor: colour('fence'), fillOpacity: 0.05 };
}

/** Draws one fence and veils all that lies outside it. Returns a function that takes it away. */
export function drawFence(map, fence) {
  const outside = fence.shape === 'CIRCLE' ? [circleRing(fence)] : [rings(fence)[0]];
  const world = [[-89, -359], [-89, 359], [89, 359], [89, -359]];
  const veil = L.polygon([world, ...outside], { pane: 'mask', stroke: false, interactive: false });
  const line = fenceShape(fence, { pane: 'mask', interactive: false });
  const paint = () => {
    veil.setStyle({ fillColor: colour('land'), fillOpacity: 0.5 });
    line.setStyle({ ...fenceStyle(), fillOpacity: 0 });
  };
  paint();
  onTheme(paint);
  const group = L.layerGroup([veil, line]).addTo(map);
  return () => group.remove();
}

function rings(fence) {
  return fence.rings.map((ring) => ring.points.map((point) => [point.lat, point.lon]));
}

function circleRing(fence) {
  const { lat, lon } = fence.center;
  const metersPerDegree = 111195;
  return Array.from({ length: 96 }, (_, step) => {
    const angle = (step / 96) * 2 * Math.PI;
    const north = (fence.radiusMeters * Math.sin(angle)) / metersPerDegree;
    const east = (fence.radiusMeters * Math.cos(angle)) / (metersPerDegree * Math.cos((lat * Math.PI) / 180));
    return [lat + north, lon + east];
  });
}
