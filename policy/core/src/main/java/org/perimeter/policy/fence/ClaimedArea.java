// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.Ring;

/** How much of the earth's surface a fence lays claim to. */
public final class ClaimedArea {

    private ClaimedArea() {}

    /**
     * The area that all rings together lay claim to: a ring that is no hole of the first counts as
     * a fence of its own, so that many small rings cannot hide a large area.
     */
    public static double squareMeters(Fence fence) {
        if (fence.rings().isEmpty()) {
            return FenceGeometry.of(fence).areaSquareMeters();
        }
        RingGeometry outer = new RingGeometry(fence.rings().get(0));
        double area = outer.areaSquareMeters();
        for (Ring ring : fence.rings().subList(1, fence.rings().size())) {
            RingGeometry other = new RingGeometry(ring);
            boolean hole = outer.side(other.corner(0)) != RingGeometry.Side.OUTSIDE;
            area += hole ? -other.areaSquareMeters() : other.areaSquareMeters();
        }
        return Math.max(0, area);
    }
}
