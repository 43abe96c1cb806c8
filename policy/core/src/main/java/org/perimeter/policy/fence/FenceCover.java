// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.locationtech.jts.geom.Polygon;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether one fence lies wholly inside another. Where the answer is close it is no: a fence that is
 * taken for a growing one needs a reason, and nothing worse comes of it.
 */
public final class FenceCover {

    private static final int CORNERS = 64;

    private FenceCover() {}

    /**
     * Whether the inner fence reaches nowhere that the outer one does not.
     *
     * @param inner a lawful fence
     * @param outer a lawful fence
     */
    public static boolean isWithin(Fence inner, Fence outer) {
        if (inner.equals(outer)) {
            return true;
        }
        GeoPoint outerCenter = outer.center();
        GeoPoint innerCenter = inner.center();
        if (outerCenter != null) {
            double own = innerCenter != null ? inner.radiusMeters() : 0;
            List<GeoPoint> reach =
                    innerCenter != null ? List.of(innerCenter) : inner.rings().get(0).points();
            return reach.stream()
                    .allMatch(
                            point ->
                                    EarthDistance.meters(outerCenter, point) + own
                                            <= outer.radiusMeters());
        }
        List<Ring> rings =
                innerCenter != null
                        ? List.of(around(innerCenter, inner.radiusMeters()))
                        : inner.rings();
        Polygon area = PolygonValidity.polygon(outer.rings());
        return area.covers(PolygonValidity.polygon(rings));
    }

    /** A polygon that holds the whole circle. */
    private static Ring around(GeoPoint center, double radiusMeters) {
        // A hair more, so that the flat corners hold the round edge in spite of the earth's shape.
        double reach = radiusMeters * 1.001 / Math.cos(Math.PI / CORNERS);
        double lat = reach / EarthDistance.METERS_PER_DEGREE;
        double lon = lat / Math.cos(Math.toRadians(center.lat()));
        List<GeoPoint> corners = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            corners.add(
                    new GeoPoint(
                            center.lat() + lat * Math.sin(angle),
                            center.lon() + lon * Math.cos(angle)));
        }
        return new Ring(corners);
    }
}
