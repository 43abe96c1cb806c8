// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.post;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;

/**
 * A place that the platform itself attached to a post.
 *
 * @param point the centre
 * @param radiusMeters radius of uncertainty in metres, &gt; 0
 * @param evidence how the platform knows: {@link PlaceEvidence#GPS} or {@link
 *     PlaceEvidence#PLACE_TAG}
 * @param name the platform's name of the place, if any
 */
public record PostPlace(
        GeoPoint point, double radiusMeters, PlaceEvidence evidence, @Nullable String name) {

    public PostPlace {
        if (!(radiusMeters > 0)) {
            throw new IllegalArgumentException("radiusMeters must be above 0");
        }
    }
}
