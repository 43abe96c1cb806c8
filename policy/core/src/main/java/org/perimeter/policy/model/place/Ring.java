// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.place;

import java.util.List;

/**
 * A closed line around an area; the last point is joined to the first and need not repeat it.
 *
 * @param points at least three corners, in order
 */
public record Ring(List<GeoPoint> points) {

    public Ring {
        points = List.copyOf(points);
    }
}
