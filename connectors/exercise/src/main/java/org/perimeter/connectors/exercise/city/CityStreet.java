// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * A street with a name that no other street of the city has.
 *
 * @param name with its direction and kind, written out
 * @param ref road number, if it has one
 * @param rank how important it is
 * @param lines its parts; streets that cross share the exact point
 */
public record CityStreet(String name, @Nullable String ref, Rank rank, List<List<GeoPoint>> lines) {

    /** How important a street is. */
    public enum Rank {
        PRIMARY,
        SECONDARY,
        RESIDENTIAL,
        SERVICE
    }

    public CityStreet {
        lines = lines.stream().map(List::copyOf).toList();
    }
}
