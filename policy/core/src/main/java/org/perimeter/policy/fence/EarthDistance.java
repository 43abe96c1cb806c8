// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.GeoPoint;

/** Distances on a sphere of the earth's mean radius, in metres. */
public final class EarthDistance {

    /** IUGG mean radius in metres. */
    static final double RADIUS = 6_371_008.8;

    /** Metres of one degree of latitude. */
    static final double METERS_PER_DEGREE = Math.toRadians(RADIUS);

    private EarthDistance() {}

    /** Great-circle distance by the haversine formula; exact enough at every range. */
    public static double meters(GeoPoint a, GeoPoint b) {
        double lat1 = Math.toRadians(a.lat());
        double lat2 = Math.toRadians(b.lat());
        double sinLat = Math.sin((lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(b.lon() - a.lon()) / 2);
        double h = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
