// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.street;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.List;

/**
 * Where two streets pass within a few metres of each other without a common point: bridges over
 * motorways, divided roads. Plane geometry in metres, exact enough within one town.
 */
public final class Overpass {

    private static final double REACH_METERS = 40;
    private static final double METERS_PER_DEGREE = 111_195;

    private final double metersPerLongitude;
    private final List<GeoPoint> found = new ArrayList<>();

    private Overpass(GeoPoint near) {
        this.metersPerLongitude = METERS_PER_DEGREE * Math.cos(Math.toRadians(near.lat()));
    }

    /** The vertices and crossing points of the first street that lie on the second. */
    public static List<GeoPoint> of(Street one, Street other) {
        Overpass overpass = new Overpass(one.points().iterator().next());
        for (List<GeoPoint> a : one.lines()) {
            for (List<GeoPoint> b : other.lines()) {
                if (overpass.boxesTouch(a, b)) {
                    overpass.lines(a, b);
                }
            }
        }
        return overpass.found;
    }

    private boolean boxesTouch(List<GeoPoint> a, List<GeoPoint> b) {
        double reach = REACH_METERS / metersPerLongitude;
        double[] one = box(a);
        double[] two = box(b);
        return one[0] - reach <= two[1]
                && two[0] - reach <= one[1]
                && one[2] - reach <= two[3]
                && two[2] - reach <= one[3];
    }

    private static double[] box(List<GeoPoint> line) {
        double[] box = {90, -90, 180, -180};
        for (GeoPoint p : line) {
            box[0] = Math.min(box[0], p.lat());
            box[1] = Math.max(box[1], p.lat());
            box[2] = Math.min(box[2], p.lon());
            box[3] = Math.max(box[3], p.lon());
        }
        return box;
    }

    private void lines(List<GeoPoint> a, List<GeoPoint> b) {
        for (int i = 0; i + 1 < a.size(); i++) {
            for (int j = 0; j + 1 < b.size(); j++) {
                segments(a.get(i), a.get(i + 1), b.get(j), b.get(j + 1));
            }
        }
    }

    private void segments(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) {
        double ux = x(b, a);
        double uy = y(b, a);
        double vx = x(d, c);
        double vy = y(d, c);
        double cross = ux * vy - uy * vx;
        if (Math.abs(cross) > 1e-9) {
            double s = (x(c, a) * vy - y(c, a) * vx) / cross;
            double t = (x(c, a) * uy - y(c, a) * ux) / cross;
            double slackS = REACH_METERS / Math.max(1, Math.hypot(ux, uy));
            double slackT = REACH_METERS / Math.max(1, Math.hypot(vx, vy));
            if (s >= -slackS && s <= 1 + slackS && t >= -slackT && t <= 1 + slackT) {
                double on = Math.max(0, Math.min(1, s));
                found.add(
                        new GeoPoint(
                                a.lat() + on * (b.lat() - a.lat()),
                                a.lon() + on * (b.lon() - a.lon())));
            }
        }
    }

    private double x(GeoPoint to, GeoPoint from) {
        return (to.lon() - from.lon()) * metersPerLongitude;
    }

    private static double y(GeoPoint to, GeoPoint from) {
        return (to.lat() - from.lat()) * METERS_PER_DEGREE;
    }
}
