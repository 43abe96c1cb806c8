// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rings and fences for tests. */
public final class Shapes {

    private Shapes() {}

    /** A ring from pairs of latitude and longitude. */
    public static Ring ring(double... latLon) {
        List<GeoPoint> points = new ArrayList<>();
        for (int i = 0; i < latLon.length; i += 2) {
            points.add(new GeoPoint(latLon[i], latLon[i + 1]));
        }
        return new Ring(points);
    }

    /** A square whose south-western corner is given. */
    public static Fence square(double lat, double lon, double degrees) {
        return Fence.polygon(
                List.of(
                        ring(
                                lat,
                                lon,
                                lat,
                                lon + degrees,
                                lat + degrees,
                                lon + degrees,
                                lat + degrees,
                                lon)));
    }

    /** A simple ring around a centre: corners at growing angles and random distances. */
    static Ring star(Random random, double lat, double lon, double degrees, int corners) {
        List<GeoPoint> points = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double distance = degrees * (0.3 + 0.7 * random.nextDouble());
            points.add(
                    new GeoPoint(
                            lat + distance * Math.sin(angle), lon + distance * Math.cos(angle)));
        }
        return new Ring(points);
    }
}
