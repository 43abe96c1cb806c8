// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.street;

import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/** How far a point lies from a line; plane geometry, exact enough within one town. */
final class SegmentDistance {

    private SegmentDistance() {}

    static double meters(List<GeoPoint> line, GeoPoint point) {
        double least = EarthDistance.meters(line.get(0), point);
        for (int i = 1; i < line.size(); i++) {
            GeoPoint foot = foot(line.get(i - 1), line.get(i), point);
            least = Math.min(least, EarthDistance.meters(foot, point));
        }
        return least;
    }

    private static GeoPoint foot(GeoPoint a, GeoPoint b, GeoPoint point) {
        double squeeze = Math.cos(Math.toRadians(point.lat()));
        double alongX = (b.lon() - a.lon()) * squeeze;
        double alongY = b.lat() - a.lat();
        double length = alongX * alongX + alongY * alongY;
        double toX = (point.lon() - a.lon()) * squeeze;
        double share = length == 0 ? 0 : (toX * alongX + (point.lat() - a.lat()) * alongY) / length;
        double on = Math.max(0, Math.min(1, share));
        return new GeoPoint(a.lat() + on * (b.lat() - a.lat()), a.lon() + on * (b.lon() - a.lon()));
    }
}
