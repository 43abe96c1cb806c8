// SPDX-License-Identifier: GPL-3.0-or-later
// The jurisdiction's water, districts, streets and landmarks, drawn like a quiet city map.

import { get } from '/assets/api.js';
import { drawLabels } from '/assets/labels.js';
import { colour, onTheme } from '/assets/theme.js';

const L = window.L;

const MAJOR = /^(motorway|trunk|primary|arterial|highway)/;
const MIDDLE = /^(secondary|tertiary|collector|avenue)/;

/** Fetches and draws the layers; one that cannot be had is left out. */
export async function drawBasemap(map) {
  const [water, districts, streets, landmarks] = await Promise.all(
    ['water', 'districts', 'streets', 'landmarks'].map((layer) =>
      get('/api/v1/jurisdiction/' + layer).catch(() => ({ type: 'FeatureCollection', features: [] }))));
  const options = { pane: 'base', interactive: false };
  const areas = L.geoJSON(areasOf(landmarks), { ...options, style: areaStyle }).addTo(map);
  const waters = L.geoJSON(water, { ...options, style: waterStyle }).addTo(map);
  const borders = L.geoJSON(areasOf(districts), { ...options, style: borderStyle }).addTo(map);
  const casings = L.geoJSON(streets, { ...options, style: (street) => lineStyle(map, street, true) }).addTo(map);
  const lines = L.geoJSON(streets, { ...options, style: (street) => lineStyle(map, street, false) }).addTo(map);
  const streetWidths = () => {
    casings.setStyle((street) => lineStyle(map, street, true));
    lines.setStyle((street) => lineStyle(map, street, false));
  };
  map.on('zoomend', streetWidths);
  onTheme(() => {
    areas.setStyle(areaStyle);
    waters.setStyle(waterStyle);
    borders.setStyle(borderStyle);
    streetWidths();
  });
  drawLabels(map, { districts, streets, landmarks });
}

function areasOf(landmarks) {
  return { ...landmarks, features: landmarks.features.filter((landmark) => landmark.geometry.type !== 'Point') };
}

function areaStyle(area) {
  const green = /park|garden|forest|cemetery|sport|stadium/.test(area.properties.kind ?? '');
  return { stroke: false, fillColor: colour(green ? 'park' : 'block'), fillOpacity: 1 };
}

function waterStyle(water) {
  return /Line/.test(water.geometry.type)
    ? { color: colour('water'), weight: 3 }
    : { stroke: false, fillColor: colour('water'), fillOpacity: 1 };
}

function borderStyle() {
  return { color: colour('border'), weight: 1, dashArray: '5 5', fill: false };
}

function lineStyle(map, street, casing) {
  const kind = String(street.properties.class ?? '');
  const rank = MAJOR.test(kind) ? 2 : MIDDLE.test(kind) ? 1 : 0;
  const grown = Math.pow(1.55, Math.max(-4, map.getZoom() - 15));
  const width = [2.4, 4, 5.6][rank] * grown;
  return casing
    ? { color: colour('casing'), weight: width + 1.6, opacity: width < 1 ? 0.4 : 1, lineCap: 'round' }
    : { color: colour(rank === 2 ? 'major' : 'street'), weight: Math.max(0.6, width), lineCap: 'round' };
}
