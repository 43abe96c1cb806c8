// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.street;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One street of a jurisdiction: everything that bears one name or one road number. */
public final class Street {

    private final String id;
    private final List<String> words;
    private final boolean road;
    private final List<List<GeoPoint>> lines = new ArrayList<>();
    private final Set<GeoPoint> points = new LinkedHashSet<>();

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

    /** The vertex nearest to the middle of all vertices. */
    public GeoPoint middle() {
        return nearest(PointCloud.mean(points));
    }

    /** The vertex nearest to a point. */
    public GeoPoint nearest(GeoPoint point) {
        return PointCloud.nearest(point, points);
    }
}
