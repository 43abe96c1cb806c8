// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * A district.
 *
 * @param name its name
 * @param aliases what else people call it
 * @param ring its border, not closed
 */
public record CityDistrict(String name, List<String> aliases, List<GeoPoint> ring) {

    public CityDistrict {
        aliases = List.copyOf(aliases);
        ring = List.copyOf(ring);
    }
}
