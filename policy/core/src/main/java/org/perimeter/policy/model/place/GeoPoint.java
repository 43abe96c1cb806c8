// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.place;

/**
 * A point on the earth in WGS 84.
 *
 * @param lat latitude in degrees, -90 to 90
 * @param lon longitude in degrees, -180 to 180
 */
public record GeoPoint(double lat, double lon) {

    /**
     * @throws IllegalArgumentException when a coordinate is out of range or not a number
     */
    public GeoPoint {
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("latitude out of [-90, 90]");
        }
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("longitude out of [-180, 180]");
        }
    }
}
