// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.nlp.geo.pbf.OsmNode;
import org.perimeter.nlp.geo.pbf.OsmWay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbered exits of motorways, with the road that they leave. */
final class ExitLayer {

    private ExitLayer() {}

    static List<Feature> of(OsmExtract extract) {
        Map<Long, Set<String>> roads = roads(extract);
        List<Feature> exits = new ArrayList<>();
        for (OsmNode node : extract.nodes()) {
            if (MapTags.isExit(node.tags())) {
                List<String> numbers = OsmNames.values(node.tags().get("ref"));
                exits.add(
                        new Feature(
                                Shape.point(node.point()),
                                "Exit " + numbers.get(0),
                                List.of(),
                                "exit",
                                numbers,
                                List.copyOf(roads.getOrDefault(node.id(), Set.of()))));
            }
        }
        return exits;
    }

    /** The road numbers at each exit: those of the ways through it that are no ramps. */
    private static Map<Long, Set<String>> roads(OsmExtract extract) {
        Map<Long, Set<String>> roads = new HashMap<>();
        for (OsmNode node : extract.nodes()) {
            if (MapTags.isExit(node.tags())) {
                roads.put(node.id(), new LinkedHashSet<>());
            }
        }
        for (OsmWay way : extract.ways()) {
            String highway = way.tags().getOrDefault("highway", "");
            if (MapTags.isStreet(way.tags()) && !highway.endsWith("_link")) {
                for (long node : way.nodes()) {
                    Set<String> at = roads.get(node);
                    if (at != null) {
                        at.addAll(OsmNames.values(way.tags().get("ref")));
                    }
                }
            }
        }
        return roads;
    }
}
