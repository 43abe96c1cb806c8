// SPDX-License-Identifier: GPL-3.0-or-later
// Names on the map, as many as fit without touching each other.

import { el } from '/assets/dom.js';

const L = window.L;

const KINDS = {
  district: { from: 11.5, to: 15.9, size: 12 },
  landmark: { from: 14, to: 30, size: 11 },
  street: { from: 15, to: 30, size: 10.5 },
};

/** Draws them now and after every move. */
export function drawLabels(map, layers) {
  const names = [
    ...layers.districts.features.map((feature) => named('district', feature)),
    ...layers.landmarks.features.map((feature) => named('landmark', feature)),
    ...layers.streets.features.map((feature) => named('street', feature)),
  ].filter((name) => name.text);
  const group = L.layerGroup().addTo(map);
  const draw = () => {
    group.clearLayers();
    fitting(map, names).forEach((name) => group.addLayer(marker(map, name)));
  };
  map.on('moveend', draw);
  draw();
}

function named(kind, feature) {
  const line = kind === 'street' ? longest(feature.geometry) : null;
  return {
    kind,
    text: feature.properties.name,
    at: line ? middle(line) : L.geoJSON(feature).getBounds().getCenter(),
    line,
  };
}

function fitting(map, names) {
  const view = map.getBounds();
  const zoom = map.getZoom();
  const taken = [];
  return names.filter((name) => {
    const kind = KINDS[name.kind];
    if (zoom < kind.from || zoom > kind.to || !view.contains(name.at)) return false;
    const width = name.text.length * kind.size * 0.6 + 10;
    const turned = Math.abs(angle(map, name)) > 0.6;
    if (name.line && length(map, name.line) < width * 1.2) return false;
    const point = map.latLngToContainerPoint(name.at);
    const half = turned ? [9, width / 2] : [width / 2, 9];
    const box = [point.x - half[0], point.y - half[1], point.x + half[0], point.y + half[1]];
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false;
    taken.push(box);
    return true;
  });
}

function marker(map, name) {
  const words = el('span', {}, name.text);
  words.style.transform = 'translate(-50%, -50%) rotate(' + angle(map, name) + 'rad)';
  return L.marker(name.at, {
    pane: 'labels',
    interactive: false,
    keyboard: false,
    icon: L.divIcon({ className: 'label ' + name.kind, html: words, iconSize: [0, 0] }),
  });
}

// Along the street, never upside down.
function angle(map, name) {
  if (!name.line) return 0;
  const [from, to] = ends(map, name.line);
  const turn = Math.atan2(to.y - from.y, to.x - from.x);
  return turn > Math.PI / 2 ? turn - Math.PI : turn <= -Math.PI / 2 ? turn + Math.PI : turn;
}

function length(map, line) {
  const [from, to] = ends(map, line);
  return from.distanceTo(to);
}

function ends(map, line) {
  return [line[0], line[line.length - 1]].map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]));
}

function longest(geometry) {
  const lines = geometry.type === 'MultiLineString' ? geometry.coordinates : [geometry.coordinates];
  return lines.reduce((best, line) => (line.length > best.length ? line : best), lines[0]);
}

function middle(line) {
  const half = (line.length - 1) / 2;
  const [one, other] = [line[Math.floor(half)], line[Math.floor(half) + 1] ?? line[Math.floor(half)]];
  return L.latLng((one[1] + other[1]) / 2, (one[0] + other[0]) / 2);
}
