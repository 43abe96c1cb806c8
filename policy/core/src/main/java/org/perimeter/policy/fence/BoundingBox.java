// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.GeoPoint;

import java.io.Serializable;

/**
 * A box between two meridians and two parallels, edges included; it never crosses the antimeridian.
 *
 * @param south smallest latitude in degrees
 * @param west smallest longitude in degrees
 * @param north greatest latitude in degrees
 * @param east greatest longitude in degrees
 */
public record BoundingBox(double south, double west, double north, double east)
        implements Serializable {

    /** Whether the point lies in the box or on its edge. */
    public boolean contains(GeoPoint point) {
        return point.lat() >= south
                && point.lat() <= north
                && point.lon() >= west
                && point.lon() <= east;
    }

    /** Its area in square metres. */
    public double areaSquareMeters() {
        double height = EarthDistance.meters(new GeoPoint(south, west), new GeoPoint(north, west));
        double middle = (south + north) / 2;
        double width = EarthDistance.meters(new GeoPoint(middle, west), new GeoPoint(middle, east));
        return height * width;
    }
}
