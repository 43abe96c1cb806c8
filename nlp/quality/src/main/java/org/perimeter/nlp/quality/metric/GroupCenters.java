// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.corpus.PlacedPost;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Where the texts of a group are about: the median of their true places, per coordinate. */
public final class GroupCenters {

    private final Map<String, List<GeoPoint>> points = new HashMap<>();

    private GroupCenters() {}

    public static GroupCenters of(List<PlacedPost> posts) {
        GroupCenters centers = new GroupCenters();
        for (PlacedPost post : posts) {
            centers.points
                    .computeIfAbsent(post.group(), name -> new ArrayList<>())
                    .addAll(points(post));
        }
        return centers;
    }

    /** The middle of the group without what this text says; null when the others name no place. */
    public @Nullable GeoPoint without(PlacedPost post) {
        List<GeoPoint> others = new ArrayList<>(points.getOrDefault(post.group(), List.of()));
        points(post).forEach(others::remove);
        return others.isEmpty()
                ? null
                : new GeoPoint(median(others, GeoPoint::lat), median(others, GeoPoint::lon));
    }

    private static List<GeoPoint> points(PlacedPost post) {
        return post.places().stream()
                .map(PlacedPost.Place::point)
                .filter(Objects::nonNull)
                .toList();
    }

    private static double median(List<GeoPoint> points, ToDoubleFunction<GeoPoint> coordinate) {
        double[] sorted = points.stream().mapToDouble(coordinate).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
