// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.street;

import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One street of a jurisdiction: everything that bears one name or one road number. */
public final class Street {

    /** Parts farther apart are streets of their own. */
    private static final double ONE_STREET_METERS = 400;

    private final String id;
    private final List<String> words;
    private final boolean road;
    private final List<List<GeoPoint>> lines = new ArrayList<>();
    private final Set<GeoPoint> points = new LinkedHashSet<>();
    private List<Set<GeoPoint>> pieces = List.of();

    /**
     * @param id {@code street:<canonical name>} or {@code road:<number>}
     * @param words canonical words of its name
     * @param road whether it is a numbered road
     */
    Street(String id, List<String> words, boolean road) {
        this.id = id;
        this.words = List.copyOf(words);
        this.road = road;
    }

    void add(List<List<GeoPoint>> more) {
        lines.addAll(more);
        more.forEach(points::addAll);
    }

    public String id() {
        return id;
    }

    /** Its id without the layer. */
    public String name() {
        return id.substring(id.indexOf(':') + 1);
    }

    public List<String> words() {
        return words;
    }

    public boolean isRoad() {
        return road;
    }

    List<List<GeoPoint>> lines() {
        return lines;
    }

    /** How far a point lies from it, in metres. */
    public double distanceMeters(GeoPoint point) {
        return lines.stream()
                .mapToDouble(line -> SegmentDistance.meters(line, point))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** All its vertices; two streets meet where they share one. */
    public Set<GeoPoint> points() {
        return points;
    }

    /** Where this street and another have a vertex in common. */
    public Set<GeoPoint> crossings(Street other) {
        boolean smaller = points.size() < other.points.size();
        Set<GeoPoint> shared = new LinkedHashSet<>(smaller ? points : other.points);
        shared.retainAll(smaller ? other.points : points);
        return shared;
    }

    /**
     * The parts that lie apart, the largest first: in large towns a name often stands for streets
     * in several quarters.
     */
    public List<Set<GeoPoint>> pieces() {
        return pieces;
    }

    /** Called once, after the last line was added. */
    void seal() {
        List<Set<GeoPoint>> open = new ArrayList<>();
        for (List<GeoPoint> line : lines) {
            Set<GeoPoint> joined = new LinkedHashSet<>(line);
            for (Iterator<Set<GeoPoint>> each = open.iterator(); each.hasNext(); ) {
                Set<GeoPoint> piece = each.next();
                if (!road && isNear(piece, line)) {
                    joined.addAll(piece);
                    each.remove();
                }
            }
            open.add(joined);
        }
        open.sort(Comparator.comparingInt((Set<GeoPoint> piece) -> piece.size()).reversed());
        pieces = road ? List.of(points) : List.copyOf(open);
    }

    private static boolean isNear(Set<GeoPoint> piece, List<GeoPoint> line) {
        GeoPoint first = line.get(0);
        GeoPoint last = line.get(line.size() - 1);
        return piece.stream()
                .anyMatch(
                        p ->
                                EarthDistance.meters(p, first) < ONE_STREET_METERS
                                        || EarthDistance.meters(p, last) < ONE_STREET_METERS);
    }

    /** The vertex nearest to a point. */
    public GeoPoint nearest(GeoPoint point) {
        return PointCloud.nearest(point, points);
    }
}
