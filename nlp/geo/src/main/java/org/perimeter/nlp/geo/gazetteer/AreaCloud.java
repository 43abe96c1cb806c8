// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.List;

/** The places inside an area, standing for the area's own shape, which the extracts lack. */
final class AreaCloud {

    private static final double SHARE_INSIDE = 0.95;
    private static final double SMALLEST_RADIUS = 10_000;

    private final List<GeoPoint> points = new ArrayList<>();
    private long population;

    void add(GeoPoint point, int people) {
        points.add(point);
        population += people;
    }

    int population() {
        return (int) Math.min(Integer.MAX_VALUE, population);
    }

    /** Mean of the places on the sphere, so that the date line does no harm. */
    GeoPoint center() {
        double x = 0;
        double y = 0;
        double z = 0;
        for (GeoPoint p : points) {
            double lat = Math.toRadians(p.lat());
            double lon = Math.toRadians(p.lon());
            x += Math.cos(lat) * Math.cos(lon);
            y += Math.cos(lat) * Math.sin(lon);
            z += Math.sin(lat);
        }
        double lat = Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
        return new GeoPoint(lat, Math.toDegrees(Math.atan2(y, x)));
    }

    /** Distance within which 95 % of the places lie. */
    double radiusMeters() {
        GeoPoint center = center();
        double[] distances =
                points.stream()
                        .mapToDouble(p -> EarthDistance.meters(center, p))
                        .sorted()
                        .toArray();
        int index = (int) Math.min(distances.length - 1, distances.length * SHARE_INSIDE);
        return Math.max(SMALLEST_RADIUS, distances[index]);
    }
}
