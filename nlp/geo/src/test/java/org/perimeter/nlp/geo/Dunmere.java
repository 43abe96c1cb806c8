// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.nlp.geo.pbf.OsmNode;
import org.perimeter.nlp.geo.pbf.OsmRelation;
import org.perimeter.nlp.geo.pbf.OsmWay;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The invented town of Dunmere as an OSM extract. */
public final class Dunmere {

    private static final String[] FEATURES = {"OsmSchema-V0.6", "DenseNodes"};

    private final List<OsmNode> nodes = new ArrayList<>();
    private final List<OsmWay> ways = new ArrayList<>();
    private final List<OsmRelation> relations = new ArrayList<>();

    public Dunmere() {
        node(1, 10.000, 20.000);
        node(2, 10.000, 20.010);
        node(3, 10.000, 20.020);
        node(4, 10.010, 20.010);
        node(5, 9.990, 20.010);
        way(1, Map.of("highway", "primary", "name", "Tarn Street", "ref", "ZZ 7"), 1, 2, 3);
        way(
                2,
                Map.of(
                        "highway", "residential",
                        "name", "North Otter Lane",
                        "name_1", "Weasel Lane"),
                4,
                2,
                5);
        way(3, Map.of("highway", "proposed", "name", "Dream Avenue"), 1, 4);
        way(4, Map.of("highway", "service"), 1, 5);
        node(10, 10.020, 20.000);
        node(11, 10.020, 20.010, "highway", "motorway_junction", "ref", "12A");
        node(12, 10.020, 20.020);
        way(10, Map.of("highway", "motorway", "ref", "I 900"), 10, 11, 12);
        way(11, Map.of("highway", "motorway_link", "name", "Ramp Way"), 11, 4);
        node(20, 10.001, 20.001, "amenity", "school", "name", "Dunmere High School");
        node(21, 10.002, 20.002, "place", "town", "name", "Dunmere");
        node(22, 10.003, 20.003, "place", "hamlet", "name", "Otterby", "alt_name", "Otter Bay");
        node(23, 10.0001, 20.005, "addr:housenumber", "14B", "addr:street", "Tarn Street");
        node(24, 10.004, 20.004, "shop", "vacant", "name", "Gone Shop");
        node(30, 10.005, 20.015);
        node(31, 10.005, 20.016);
        node(32, 10.006, 20.016);
        node(33, 10.006, 20.015);
        way(
                20,
                Map.of("leisure", "park", "name", "Bell Park", "short_name", "The Bell"),
                30,
                31,
                32,
                33,
                30);
        way(21, Map.of(), 30, 31, 32);
        way(22, Map.of(), 32, 33, 30);
        relations.add(
                new OsmRelation(
                        1, List.of(21L, 22L), Map.of("natural", "water", "type", "multipolygon")));
        // The extract was cut: this street has a node that is not in it.
        way(23, Map.of("highway", "residential", "name", "Cut Street"), 1, 999, 10);
    }

    /** In the usual order: nodes, ways, relations, each by id. */
    public PbfWriter sorted() throws IOException {
        return PbfWriter.withHeader(FEATURES).nodes(nodes).ways(ways).relations(relations);
    }

    /** The same town in the opposite order. */
    public PbfWriter unsorted() throws IOException {
        List<OsmNode> backwards = new ArrayList<>(nodes);
        List<OsmWay> waysBackwards = new ArrayList<>(ways);
        Collections.reverse(backwards);
        Collections.reverse(waysBackwards);
        return PbfWriter.withHeader(FEATURES)
                .relations(relations)
                .ways(waysBackwards)
                .nodes(backwards);
    }

    /** Its points without any street. */
    public PbfWriter withoutStreets() throws IOException {
        return PbfWriter.withHeader(FEATURES).nodes(nodes);
    }

    private void node(long id, double lat, double lon, String... tags) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            map.put(tags[i], tags[i + 1]);
        }
        nodes.add(new OsmNode(id, new GeoPoint(lat, lon), map));
    }

    private void way(long id, Map<String, String> tags, long... refs) {
        ways.add(new OsmWay(id, refs, tags));
    }
}
