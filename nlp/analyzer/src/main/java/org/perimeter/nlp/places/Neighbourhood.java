// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.policy.model.place.GeoPoint;

/**
 * Where a live incident is: names near it are read there first.
 *
 * @param center centre of its fence
 * @param radiusMeters radius of a circle around the fence, in metres
 */
public record Neighbourhood(GeoPoint center, double radiusMeters) {

    /**
     * @throws IllegalArgumentException when the radius is negative or not a number
     */
    public Neighbourhood {
        if (!(radiusMeters >= 0)) {
            throw new IllegalArgumentException("radiusMeters must be 0 or more");
        }
    }
}
