// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.bench;

import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented country of towns: fences as dispatchers draw them, and the places that posts name.
 * The same seed gives the same country on every machine.
 */
final class FenceWorld {

    private static final double SOUTH = 25;
    private static final double NORTH = 49;
    private static final double WEST = -124;
    private static final double EAST = -67;
    private static final int FENCES_PER_TOWN = 20;
    private static final double METERS_PER_DEGREE = 111_195;
    private static final double TOWN_METERS = 8_000;
    private static final double SMALLEST_METERS = 150;
    private static final double GREATEST_METERS = 2_000;
    private static final double SHARE_OF_CIRCLES = 0.6;
    private static final double SHARE_WITH_HOLE = 0.1;
    private static final double SHARE_IN_TOWNS = 0.8;
    private static final double FLATTEST = 0.55;

    /**
     * A polygon is measured from its centroid, which may lie well beside the middle of its star.
     */
    private static final double POLYGON_SCALE = 0.8;

    private final SplittableRandom random;
    private final List<GeoPoint> towns = new ArrayList<>();

    FenceWorld(long seed, int fences) {
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < Math.max(1, fences / FENCES_PER_TOWN); i++) {
            towns.add(anywhere());
        }
    }

    /**
     * A circle of 150 m to 2 km, small ones being the more common, or a star-shaped polygon of that
     * size with 4 to 24 corners, one in ten with a hole.
     */
    Fence fence() {
        GeoPoint center = inTown();
        double radius =
                SMALLEST_METERS * Math.pow(GREATEST_METERS / SMALLEST_METERS, random.nextDouble());
        if (random.nextDouble() < SHARE_OF_CIRCLES) {
            return Fence.circle(center, radius);
        }
        List<Ring> rings = new ArrayList<>();
        rings.add(star(center, radius * POLYGON_SCALE, FLATTEST));
        if (random.nextDouble() < SHARE_WITH_HOLE) {
            // Small enough to lie wholly within the inner circle of the outer ring.
            rings.add(star(center, radius * POLYGON_SCALE * FLATTEST / 4, 1));
        }
        return Fence.polygon(rings);
    }

    /** Four places of five are in a town, as posts are; the others anywhere in the country. */
    GeoPoint place() {
        return random.nextDouble() < SHARE_IN_TOWNS ? inTown() : anywhere();
    }

    private Ring star(GeoPoint center, double radius, double flattest) {
        int corners = 4 + random.nextInt(21);
        List<GeoPoint> points = new ArrayList<>(corners);
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = radius * (flattest + (1 - flattest) * random.nextDouble());
            points.add(moved(center, reach * Math.cos(angle), reach * Math.sin(angle)));
        }
        return new Ring(points);
    }

    private GeoPoint inTown() {
        GeoPoint town = towns.get(random.nextInt(towns.size()));
        return moved(town, TOWN_METERS * gaussian(), TOWN_METERS * gaussian());
    }

    private GeoPoint anywhere() {
        return new GeoPoint(random.nextDouble(SOUTH, NORTH), random.nextDouble(WEST, EAST));
    }

    /** By Box and Muller; this generator has no normal distribution of its own in release 17. */
    private double gaussian() {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static GeoPoint moved(GeoPoint from, double north, double east) {
        double scale = METERS_PER_DEGREE * Math.cos(Math.toRadians(from.lat()));
        return new GeoPoint(from.lat() + north / METERS_PER_DEGREE, from.lon() + east / scale);
    }
}
