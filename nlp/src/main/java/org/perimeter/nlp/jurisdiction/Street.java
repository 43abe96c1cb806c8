// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.GeoPoint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One street of a jurisdiction: everything that bears one name.
 *
 * @param id {@code street:<canonical name>}
 * @param words canonical words of its name
 * @param points all its vertices; two streets meet where they share one
 */
record Street(String id, List<String> words, Set<GeoPoint> points) {

    Street {
        words = List.copyOf(words);
    }

    /** Where this street meets another. */
    Set<GeoPoint> crossings(Street other) {
        Set<GeoPoint> shared = new LinkedHashSet<>(points);
        shared.retainAll(other.points);
        return shared;
    }

    /** The vertex nearest to the middle of all vertices. */
    GeoPoint middle() {
        GeoPoint mean = PointCloud.mean(points);
        return points.stream()
                .min(
                        (a, b) ->
                                Double.compare(
                                        EarthDistance.meters(a, mean),
                                        EarthDistance.meters(b, mean)))
                .orElseThrow();
    }

    double distanceTo(GeoPoint point) {
        return points.stream().mapToDouble(p -> EarthDistance.meters(p, point)).min().orElseThrow();
    }
}
