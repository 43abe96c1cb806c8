// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * A named place of the city.
 *
 * @param id key by which scenarios refer to it
 * @param name what the sign says; branches of a chain share it
 * @param aliases what else people call it
 * @param kind {@code mall}, {@code park}, {@code school}, ...
 * @param outline one point, or the corners of its ground
 */
public record CityLandmark(
        String id, String name, List<String> aliases, String kind, List<GeoPoint> outline) {

    public CityLandmark {
        aliases = List.copyOf(aliases);
        outline = List.copyOf(outline);
    }
}
