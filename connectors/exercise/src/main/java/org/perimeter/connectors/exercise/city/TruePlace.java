// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * Where a place of the city really is.
 *
 * @param name what people call it
 * @param point its middle
 * @param lines what it consists of: one point, the parts of a street, or a closed border
 * @param area whether the line is the border of an area that belongs to the place
 */
public record TruePlace(String name, GeoPoint point, List<List<GeoPoint>> lines, boolean area) {

    private static final double METERS_PER_DEGREE = 111_195;

    public TruePlace {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /** Metres from the given point to the nearest part of the place; 0 inside an area. */
    public double distanceMeters(GeoPoint from) {
        if (area && inside(from, lines.get(0))) {
            return 0;
        }
        double nearest = Double.MAX_VALUE;
        for (List<GeoPoint> line : lines) {
            nearest = Math.min(nearest, metersBetween(from, line.get(0)));
            for (int index = 1; index < line.size(); index++) {
                nearest = Math.min(nearest, toSegment(from, line.get(index - 1), line.get(index)));
            }
        }
        return nearest;
    }

    /** Metres between two points that are at most some kilometres apart. */
    public static double metersBetween(GeoPoint a, GeoPoint b) {
        return Math.hypot(east(a, b), north(a, b));
    }

    private static double toSegment(GeoPoint from, GeoPoint a, GeoPoint b) {
        double length = Math.pow(east(a, b), 2) + Math.pow(north(a, b), 2);
        double along =
                length == 0
                        ? 0
                        : (east(a, from) * east(a, b) + north(a, from) * north(a, b)) / length;
        double share = Math.max(0, Math.min(1, along));
        return Math.hypot(east(a, from) - share * east(a, b), north(a, from) - share * north(a, b));
    }

    private static boolean inside(GeoPoint point, List<GeoPoint> ring) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            GeoPoint a = ring.get(i);
            GeoPoint b = ring.get(j);
            if ((a.lat() > point.lat()) != (b.lat() > point.lat())
                    && point.lon()
                            < (b.lon() - a.lon()) * (point.lat() - a.lat()) / (b.lat() - a.lat())
                                    + a.lon()) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double east(GeoPoint from, GeoPoint to) {
        return (to.lon() - from.lon())
                * METERS_PER_DEGREE
                * Math.cos(Math.toRadians((from.lat() + to.lat()) / 2));
    }

    private static double north(GeoPoint from, GeoPoint to) {
        return (to.lat() - from.lat()) * METERS_PER_DEGREE;
    }
}
