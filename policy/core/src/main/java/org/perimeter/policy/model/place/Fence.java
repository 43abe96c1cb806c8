// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.place;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The geofence of an incident: the only area about which anything may be collected.
 *
 * <p>The record holds the shape as given; whether it is a lawful fence (area, self-crossing,
 * antimeridian) is decided by {@code policy.fence}.
 *
 * @param shape circle or polygon
 * @param center centre of a circle; null for a polygon
 * @param radiusMeters radius of a circle in metres; 0 for a polygon
 * @param rings outer ring first, then holes; empty for a circle
 */
public record Fence(
        FenceShape shape, @Nullable GeoPoint center, double radiusMeters, List<Ring> rings) {

    /**
     * @throws IllegalArgumentException when the components do not fit the shape
     */
    public Fence {
        rings = List.copyOf(rings);
        if (shape == FenceShape.CIRCLE
                ? center == null || !(radiusMeters > 0) || !rings.isEmpty()
                : center != null || rings.isEmpty()) {
            throw new IllegalArgumentException("the components of a fence must fit its shape");
        }
    }

    /** A circle of the given radius in metres. */
    public static Fence circle(GeoPoint center, double radiusMeters) {
        return new Fence(FenceShape.CIRCLE, center, radiusMeters, List.of());
    }

    /** A polygon: its outer ring first, then its holes. */
    public static Fence polygon(List<Ring> rings) {
        return new Fence(FenceShape.POLYGON, null, 0, rings);
    }
}
