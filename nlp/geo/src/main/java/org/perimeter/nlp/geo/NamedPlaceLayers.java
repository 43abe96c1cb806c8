// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.geo.pbf.OsmNode;
import org.perimeter.nlp.geo.pbf.OsmRelation;
import org.perimeter.nlp.geo.pbf.OsmWay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The landmarks, districts and waters, from points, outlines and relations alike. */
final class NamedPlaceLayers {

    private static final Comparator<Feature> ORDER =
            Comparator.comparing(Feature::name)
                    .thenComparing(Feature::kind)
                    .thenComparingDouble(f -> f.shape().lines().get(0).get(0).lat())
                    .thenComparingDouble(f -> f.shape().lines().get(0).get(0).lon());

    private final OsmExtract extract;
    private final AreaShapes shapes;
    private final LandmarkKinds kinds;

    NamedPlaceLayers(OsmExtract extract, LandmarkKinds kinds) {
        this.extract = extract;
        this.shapes = new AreaShapes(extract);
        this.kinds = kinds;
    }

    List<Feature> landmarks() {
        List<Feature> landmarks = collect(kinds::of, true);
        landmarks.addAll(ExitLayer.of(extract));
        landmarks.sort(ORDER);
        return landmarks;
    }

    List<Feature> districts() {
        List<Feature> districts = collect(MapTags::district, true);
        // A piece of a border is no district.
        districts.removeIf(district -> district.shape().type() == Shape.Type.LINES);
        return districts;
    }

    List<Feature> water() {
        return collect(
                tags -> MapTags.isWaterArea(tags) || MapTags.isWaterLine(tags) ? "water" : null,
                false);
    }

    private List<Feature> collect(
            Function<Map<String, String>, @Nullable String> kindOf, boolean points) {
        List<Feature> features = new ArrayList<>();
        for (OsmNode node : points ? extract.nodes() : List.<OsmNode>of()) {
            add(node.tags(), kindOf, Optional.of(Shape.point(node.point())), features);
        }
        for (OsmWay way : extract.ways()) {
            add(way.tags(), kindOf, shapes.of(way), features);
        }
        for (OsmRelation area : extract.areas()) {
            add(area.tags(), kindOf, shapes.of(area), features);
        }
        features.sort(ORDER);
        return features;
    }

    private static void add(
            Map<String, String> tags,
            Function<Map<String, String>, @Nullable String> kindOf,
            Optional<Shape> shape,
            List<Feature> features) {
        String kind = kindOf.apply(tags);
        if (kind != null && shape.isPresent()) {
            features.add(Feature.named(shape.get(), OsmNames.of(tags), kind));
        }
    }
}
