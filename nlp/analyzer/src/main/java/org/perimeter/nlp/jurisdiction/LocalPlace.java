// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;

/**
 * A place of the local layer.
 *
 * @param id {@code layer:name}
 * @param point its centre
 * @param radiusMeters half its extent
 * @param precision what it is
 */
public record LocalPlace(
        String id, GeoPoint point, double radiusMeters, PlacePrecision precision) {}
