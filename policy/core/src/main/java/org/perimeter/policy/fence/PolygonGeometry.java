// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.List;

/** A polygon with holes. */
final class PolygonGeometry implements FenceGeometry {

    private final RingGeometry outer;
    private final List<RingGeometry> holes;
    private final GeoPoint center;

    PolygonGeometry(List<Ring> rings) {
        this.outer = new RingGeometry(rings.get(0));
        this.holes = rings.stream().skip(1).map(RingGeometry::new).toList();
        this.center = outer.centroid();
    }

    @Override
    public boolean contains(GeoPoint point) {
        RingGeometry.Side side = outer.side(point);
        if (side != RingGeometry.Side.INSIDE) {
            return side == RingGeometry.Side.EDGE;
        }
        for (RingGeometry hole : holes) {
            if (hole.side(point) == RingGeometry.Side.INSIDE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double distanceMeters(GeoPoint point) {
        if (contains(point)) {
            return 0;
        }
        double best = outer.distanceMeters(point);
        for (RingGeometry hole : holes) {
            best = Math.min(best, hole.distanceMeters(point));
        }
        return best;
    }

    @Override
    public GeoPoint center() {
        return center;
    }

    @Override
    public double radiusMeters() {
        double farthest = 0;
        for (int i = 0; i < outer.corners(); i++) {
            farthest = Math.max(farthest, EarthDistance.meters(center, outer.corner(i)));
        }
        return farthest;
    }

    @Override
    public double areaSquareMeters() {
        double area = outer.areaSquareMeters();
        for (RingGeometry hole : holes) {
            area -= hole.areaSquareMeters();
        }
        return Math.max(0, area);
    }

    @Override
    public BoundingBox boundingBox() {
        return outer.box();
    }
}
