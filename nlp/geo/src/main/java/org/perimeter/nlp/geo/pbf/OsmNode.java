// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.Map;

/**
 * A point of the map.
 *
 * @param id its number
 * @param point where it is
 * @param tags what it is; mostly empty
 */
public record OsmNode(long id, GeoPoint point, Map<String, String> tags) {}
