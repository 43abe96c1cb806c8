// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.perimeter.policy.model.place.PlacePrecision;

/** How finely a place that the platform attached is known, told from its radius. */
final class PlatformPrecision {

    private static final double POINT_METERS = 100;
    private static final double LANDMARK_METERS = 500;
    private static final double NEIGHBOURHOOD_METERS = 3_000;
    private static final double CITY_METERS = 40_000;
    private static final double COUNTY_METERS = 150_000;

    private PlatformPrecision() {}

    static PlacePrecision of(double radiusMeters) {
        if (radiusMeters <= POINT_METERS) {
            return PlacePrecision.POINT;
        }
        if (radiusMeters <= LANDMARK_METERS) {
            return PlacePrecision.LANDMARK;
        }
        if (radiusMeters <= NEIGHBOURHOOD_METERS) {
            return PlacePrecision.NEIGHBOURHOOD;
        }
        if (radiusMeters <= CITY_METERS) {
            return PlacePrecision.CITY;
        }
        return radiusMeters <= COUNTY_METERS ? PlacePrecision.COUNTY : PlacePrecision.STATE;
    }
}
