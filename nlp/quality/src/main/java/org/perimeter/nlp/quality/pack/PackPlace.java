// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.pack;

import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.List;

/**
 * The extent of a true place: lines, or rings whose inside belongs to it. Plane geometry, exact
 * enough within one town.
 *
 * @param lines streets, points as lines of one point
 * @param rings outlines
 */
public record PackPlace(List<List<GeoPoint>> lines, List<List<GeoPoint>> rings) {

    public PackPlace {
        lines = List.copyOf(lines);
        rings = List.copyOf(rings);
    }

    static PackPlace ofLines(List<List<GeoPoint>> lines) {
        return new PackPlace(lines, List.of());
    }

    static PackPlace ofRings(List<List<GeoPoint>> rings) {
        return new PackPlace(List.of(), rings);
    }

    /** Either of two places of one name. */
    PackPlace or(PackPlace other) {
        return new PackPlace(join(lines, other.lines), join(rings, other.rings));
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** The middle of all its points. */
    public GeoPoint middle() {
        List<GeoPoint> points = join(lines, rings).stream().flatMap(List::stream).toList();
        return new GeoPoint(
                points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow(),
                points.stream().mapToDouble(GeoPoint::lon).average().orElseThrow());
    }

    /** How far a point lies from it in metres; 0 inside. */
    public double distanceMeters(GeoPoint point) {
        if (rings.stream().anyMatch(ring -> contains(ring, point))) {
            return 0;
        }
        return join(lines, rings).stream()
                .mapToDouble(line -> distance(line, point))
                .min()
                .orElseThrow();
    }

    private static boolean contains(List<GeoPoint> ring, GeoPoint point) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            GeoPoint a = ring.get(i);
            GeoPoint b = ring.get(j);
            boolean crosses = (a.lat() > point.lat()) != (b.lat() > point.lat());
            if (crosses
                    && point.lon()
                            < a.lon()
                                    + (b.lon() - a.lon())
                                            * (point.lat() - a.lat())
                                            / (b.lat() - a.lat())) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double distance(List<GeoPoint> line, GeoPoint point) {
        double least = EarthDistance.meters(line.get(0), point);
        for (int i = 1; i < line.size(); i++) {
            GeoPoint near = nearest(line.get(i - 1), line.get(i), point);
            least = Math.min(least, EarthDistance.meters(near, point));
        }
        return least;
    }

    private static GeoPoint nearest(GeoPoint a, GeoPoint b, GeoPoint point) {
        double squeeze = Math.cos(Math.toRadians(point.lat()));
        double alongX = (b.lon() - a.lon()) * squeeze;
        double alongY = b.lat() - a.lat();
        double length = alongX * alongX + alongY * alongY;
        double share =
                length == 0
                        ? 0
                        : ((point.lon() - a.lon()) * squeeze * alongX
                                        + (point.lat() - a.lat()) * alongY)
                                / length;
        double on = Math.max(0, Math.min(1, share));
        return new GeoPoint(a.lat() + on * (b.lat() - a.lat()), a.lon() + on * (b.lon() - a.lon()));
    }
}
