// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.FileBlock;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Decodes the blocks of an OSM PBF file into elements. */
final class PbfBlocks extends BinaryParser {

    private static final Set<String> UNDERSTOOD = Set.of("OsmSchema-V0.6", "DenseNodes");

    private static final String POINTS_IN_WAYS = "LocationsOnWays";

    private final MapElements elements;
    private final CountedStream file;
    private long timestamp;
    private boolean headed;
    private long end;

    PbfBlocks(MapElements elements, CountedStream file) {
        this.elements = elements;
        this.file = file;
    }

    /** Where in the file the last whole block ended. */
    long end() {
        return end;
    }

    /** Seconds since 1970 of the data, as the header says; 0 when it does not. */
    long timestamp() {
        return timestamp;
    }

    /** Whether the file began with a header, as every one must. */
    boolean headed() {
        return headed;
    }

    @Override
    public void handleBlock(FileBlock block) {
        end = file.count();
        super.handleBlock(block);
    }

    @Override
    protected void parse(Osmformat.HeaderBlock header) {
        headed = true;
        timestamp = header.getOsmosisReplicationTimestamp();
        for (String feature : header.getRequiredFeaturesList()) {
            if (!UNDERSTOOD.contains(feature)) {
                throw new IllegalArgumentException("it needs the feature " + feature);
            }
        }
        // Announced as optional, but then the nodes that streets are made of are left out.
        if (header.getOptionalFeaturesList().contains(POINTS_IN_WAYS)) {
            throw new IllegalArgumentException(
                    "its points are in its ways ("
                            + POINTS_IN_WAYS
                            + "), which is not read; take the extract without that feature");
        }
    }

    @Override
    protected void parseDense(Osmformat.DenseNodes nodes) {
        if (!elements.wantsNodes()) {
            return;
        }
        long id = 0;
        long lat = 0;
        long lon = 0;
        int at = 0;
        for (int i = 0; i < nodes.getIdCount(); i++) {
            id += nodes.getId(i);
            lat += nodes.getLat(i);
            lon += nodes.getLon(i);
            Map<String, String> tags = Map.of();
            if (at < nodes.getKeysValsCount() && nodes.getKeysVals(at) != 0) {
                tags = new TreeMap<>();
                while (nodes.getKeysVals(at) != 0) {
                    tags.put(
                            getStringById(nodes.getKeysVals(at)),
                            getStringById(nodes.getKeysVals(at + 1)));
                    at += 2;
                }
            }
            at++;
            elements.node(new OsmNode(id, point(lat, lon), tags));
        }
    }

    @Override
    protected void parseNodes(List<Osmformat.Node> nodes) {
        if (elements.wantsNodes()) {
            for (Osmformat.Node node : nodes) {
                elements.node(
                        new OsmNode(
                                node.getId(),
                                point(node.getLat(), node.getLon()),
                                tags(node.getKeysList(), node.getValsList())));
            }
        }
    }

    @Override
    protected void parseWays(List<Osmformat.Way> ways) {
        for (Osmformat.Way way : ways) {
            long[] nodes = new long[way.getRefsCount()];
            long id = 0;
            for (int i = 0; i < nodes.length; i++) {
                id += way.getRefs(i);
                nodes[i] = id;
            }
            elements.way(
                    new OsmWay(way.getId(), nodes, tags(way.getKeysList(), way.getValsList())));
        }
    }

    @Override
    protected void parseRelations(List<Osmformat.Relation> relations) {
        for (Osmformat.Relation relation : relations) {
            List<Long> outer = new ArrayList<>();
            long id = 0;
            for (int i = 0; i < relation.getMemidsCount(); i++) {
                id += relation.getMemids(i);
                boolean way = relation.getTypes(i) == Osmformat.Relation.MemberType.WAY;
                String role = getStringById(relation.getRolesSid(i));
                if (way && (role.isEmpty() || role.equals("outer"))) {
                    outer.add(id);
                }
            }
            elements.relation(
                    new OsmRelation(
                            relation.getId(),
                            outer,
                            tags(relation.getKeysList(), relation.getValsList())));
        }
    }

    @Override
    public void complete() {
        // Nothing waits for the end.
    }

    private GeoPoint point(long lat, long lon) {
        return new GeoPoint(rounded(parseLat(lat)), rounded(parseLon(lon)));
    }

    /** To a tenth of a metre: what the written files keep. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private Map<String, String> tags(List<Integer> keys, List<Integer> values) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, String> tags = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            tags.put(getStringById(keys.get(i)), getStringById(values.get(i)));
        }
        return tags;
    }
}
