// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

/** One closed ring with its corners in flat arrays, so that the test of a point stays in cache. */
final class RingGeometry {

    /** Where a point lies with respect to the ring. */
    enum Side {
        INSIDE,
        EDGE,
        OUTSIDE
    }

    private final double[] lat;
    private final double[] lon;
    private final BoundingBox box;

    RingGeometry(Ring ring) {
        int size = ring.points().size();
        if (size > 1 && ring.points().get(0).equals(ring.points().get(size - 1))) {
            size--;
        }
        this.lat = new double[size];
        this.lon = new double[size];
        double south = 90;
        double west = 180;
        double north = -90;
        double east = -180;
        for (int i = 0; i < size; i++) {
            GeoPoint point = ring.points().get(i);
            lat[i] = point.lat();
            lon[i] = point.lon();
            south = Math.min(south, lat[i]);
            north = Math.max(north, lat[i]);
            west = Math.min(west, lon[i]);
            east = Math.max(east, lon[i]);
        }
        this.box = new BoundingBox(south, west, north, east);
    }

    int corners() {
        return lat.length;
    }

    GeoPoint corner(int index) {
        return new GeoPoint(lat[index], lon[index]);
    }

    BoundingBox box() {
        return box;
    }

    /**
     * Casts a ray to the east and counts crossings (even–odd rule). An edge is the straight line
     * between two corners in degrees, as GeoJSON has it (RFC 7946, section 3.1.1).
     */
    Side side(GeoPoint point) {
        if (!box.contains(point)) {
            return Side.OUTSIDE;
        }
        double y = point.lat();
        double x = point.lon();
        boolean inside = false;
        for (int i = 0, j = lat.length - 1; i < lat.length; j = i++) {
            double cross = (lon[i] - lon[j]) * (y - lat[j]) - (lat[i] - lat[j]) * (x - lon[j]);
            if (cross == 0 && between(lat[i], lat[j], y) && between(lon[i], lon[j], x)) {
                return Side.EDGE;
            }
            if (lat[i] > y != lat[j] > y && (lat[i] > lat[j]) == (cross > 0)) {
                inside = !inside;
            }
        }
        return inside ? Side.INSIDE : Side.OUTSIDE;
    }

    /** Metres to the nearest edge, on a plane that touches the earth at the point. */
    double distanceMeters(GeoPoint point) {
        double best = Double.POSITIVE_INFINITY;
        double scale = Math.cos(Math.toRadians(point.lat()));
        for (int i = 0, j = lat.length - 1; i < lat.length; j = i++) {
            double ax = wrapped(lon[j] - point.lon()) * scale;
            double ay = lat[j] - point.lat();
            double dx = (lon[i] - lon[j]) * scale;
            double dy = lat[i] - lat[j];
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
            best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
        }
        return best * EarthDistance.METERS_PER_DEGREE;
    }

    /**
     * Area in square metres whatever the orientation: the polygon on a sphere between great
     * circles, by its excess in longitude (Chamberlain and Duquette, JPL 07-3, equation 8).
     */
    double areaSquareMeters() {
        double sum = 0;
        for (int i = 0, j = lat.length - 1; i < lat.length; j = i++) {
            sum +=
                    Math.toRadians(lon[i] - lon[j])
                            * (Math.sin(Math.toRadians(lat[i])) + Math.sin(Math.toRadians(lat[j])));
        }
        return Math.abs(sum) / 2 * EarthDistance.RADIUS * EarthDistance.RADIUS;
    }

    /** Centroid in degrees; the mean of the corners when the ring has no area. */
    GeoPoint centroid() {
        double doubled = 0;
        double y = 0;
        double x = 0;
        double meanLat = 0;
        double meanLon = 0;
        for (int i = 0, j = lat.length - 1; i < lat.length; j = i++) {
            // Relative to the first corner: small numbers keep their digits.
            double yi = lat[i] - lat[0];
            double xi = lon[i] - lon[0];
            double yj = lat[j] - lat[0];
            double xj = lon[j] - lon[0];
            double cross = xj * yi - xi * yj;
            doubled += cross;
            y += (yi + yj) * cross;
            x += (xi + xj) * cross;
            meanLat += lat[i] / lat.length;
            meanLon += lon[i] / lat.length;
        }
        if (Math.abs(doubled) < 1e-18) {
            return inRange(meanLat, meanLon);
        }
        return inRange(lat[0] + y / (3 * doubled), lon[0] + x / (3 * doubled));
    }

    private static GeoPoint inRange(double lat, double lon) {
        return new GeoPoint(Math.max(-90, Math.min(90, lat)), Math.max(-180, Math.min(180, lon)));
    }

    private static boolean between(double a, double b, double value) {
        return value >= Math.min(a, b) && value <= Math.max(a, b);
    }

    private static double wrapped(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }
}
