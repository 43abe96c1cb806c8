// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.GeoPoint;

/** A circle on the sphere. */
final class CircleGeometry implements FenceGeometry {

    private final GeoPoint center;
    private final double radiusMeters;
    private final BoundingBox box;

    CircleGeometry(GeoPoint center, double radiusMeters) {
        this.center = center;
        this.radiusMeters = radiusMeters;
        this.box = boxAround(center, radiusMeters);
    }

    @Override
    public boolean contains(GeoPoint point) {
        return box.contains(point) && EarthDistance.meters(center, point) <= radiusMeters;
    }

    @Override
    public double distanceMeters(GeoPoint point) {
        return Math.max(0, EarthDistance.meters(center, point) - radiusMeters);
    }

    @Override
    public GeoPoint center() {
        return center;
    }

    @Override
    public double radiusMeters() {
        return radiusMeters;
    }

    /** Area of a spherical cap. */
    @Override
    public double areaSquareMeters() {
        double angle = Math.min(Math.PI, radiusMeters / EarthDistance.RADIUS);
        double half = Math.sin(angle / 2);
        return 4 * Math.PI * EarthDistance.RADIUS * EarthDistance.RADIUS * half * half;
    }

    @Override
    public BoundingBox boundingBox() {
        return box;
    }

    /**
     * The box of a circle (Bronstein: the widest longitude is asin(sin r / cos lat)); the whole
     * range of longitudes once the circle reaches a pole or the antimeridian.
     */
    private static BoundingBox boxAround(GeoPoint center, double radiusMeters) {
        double angle = radiusMeters / EarthDistance.RADIUS;
        // A hair more than the radius, so that rounding never cuts off a point on the edge.
        double degrees = Math.toDegrees(angle) * (1 + 1e-9) + 1e-12;
        double south = Math.max(-90, center.lat() - degrees);
        double north = Math.min(90, center.lat() + degrees);
        double ratio = Math.sin(angle) / Math.cos(Math.toRadians(center.lat()));
        boolean polar = angle >= Math.PI / 2 || !(ratio < 1) || south <= -90 || north >= 90;
        double width = polar ? 360 : Math.toDegrees(Math.asin(ratio)) * (1 + 1e-9) + 1e-12;
        double west = center.lon() - width;
        double east = center.lon() + width;
        if (west < -180 || east > 180) {
            return new BoundingBox(south, -180, north, 180);
        }
        return new BoundingBox(south, west, north, east);
    }
}
