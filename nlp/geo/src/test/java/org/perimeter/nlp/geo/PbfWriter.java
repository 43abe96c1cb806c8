// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import com.google.protobuf.ByteString;

import crosby.binary.Osmformat;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;

import org.perimeter.nlp.geo.pbf.OsmNode;
import org.perimeter.nlp.geo.pbf.OsmRelation;
import org.perimeter.nlp.geo.pbf.OsmWay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small OSM PBF files: one block per kind of element, in the order of the calls. */
public final class PbfWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> boundaries = new ArrayList<>();

    private PbfWriter() {}

    public static PbfWriter withHeader(String... requiredFeatures) throws IOException {
        PbfWriter writer = new PbfWriter();
        Osmformat.HeaderBlock header =
                Osmformat.HeaderBlock.newBuilder()
                        .addAllRequiredFeatures(List.of(requiredFeatures))
                        .setOsmosisReplicationTimestamp(1_700_000_000L)
                        .build();
        writer.block("OSMHeader", header.toByteString());
        return writer;
    }

    /** A header that announces what a reader may ignore. */
    public static PbfWriter withOptional(String... features) throws IOException {
        PbfWriter writer = new PbfWriter();
        Osmformat.HeaderBlock header =
                Osmformat.HeaderBlock.newBuilder()
                        .addAllRequiredFeatures(List.of("OsmSchema-V0.6", "DenseNodes"))
                        .addAllOptionalFeatures(List.of(features))
                        .build();
        writer.block("OSMHeader", header.toByteString());
        return writer;
    }

    /** The file. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Lengths at which the file would end between two blocks. */
    public List<Integer> boundaries() {
        return boundaries;
    }

    PbfWriter nodes(List<OsmNode> nodes) throws IOException {
        Strings strings = new Strings();
        Osmformat.DenseNodes.Builder dense = Osmformat.DenseNodes.newBuilder();
        long id = 0;
        long lat = 0;
        long lon = 0;
        for (OsmNode node : nodes) {
            long nextLat = Math.round(node.point().lat() * 1e7);
            long nextLon = Math.round(node.point().lon() * 1e7);
            dense.addId(node.id() - id).addLat(nextLat - lat).addLon(nextLon - lon);
            id = node.id();
            lat = nextLat;
            lon = nextLon;
            node.tags()
                    .forEach(
                            (key, value) ->
                                    dense.addKeysVals(strings.of(key))
                                            .addKeysVals(strings.of(value)));
            dense.addKeysVals(0);
        }
        return group(strings, Osmformat.PrimitiveGroup.newBuilder().setDense(dense));
    }

    PbfWriter ways(List<OsmWay> ways) throws IOException {
        Strings strings = new Strings();
        Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
        for (OsmWay way : ways) {
            Osmformat.Way.Builder builder = Osmformat.Way.newBuilder().setId(way.id());
            long before = 0;
            for (long node : way.nodes()) {
                builder.addRefs(node - before);
                before = node;
            }
            way.tags()
                    .forEach(
                            (key, value) ->
                                    builder.addKeys(strings.of(key)).addVals(strings.of(value)));
            group.addWays(builder);
        }
        return group(strings, group);
    }

    PbfWriter relations(List<OsmRelation> relations) throws IOException {
        Strings strings = new Strings();
        Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
        for (OsmRelation relation : relations) {
            Osmformat.Relation.Builder builder =
                    Osmformat.Relation.newBuilder().setId(relation.id());
            long before = 0;
            for (long way : relation.outerWays()) {
                builder.addMemids(way - before)
                        .addTypes(Osmformat.Relation.MemberType.WAY)
                        .addRolesSid(strings.of("outer"));
                before = way;
            }
            relation.tags()
                    .forEach(
                            (key, value) ->
                                    builder.addKeys(strings.of(key)).addVals(strings.of(value)));
            group.addRelations(builder);
        }
        return group(strings, group);
    }

    private PbfWriter group(Strings strings, Osmformat.PrimitiveGroup.Builder group)
            throws IOException {
        block(
                "OSMData",
                Osmformat.PrimitiveBlock.newBuilder()
                        .setStringtable(strings.table())
                        .addPrimitivegroup(group)
                        .build()
                        .toByteString());
        return this;
    }

    private void block(String type, ByteString data) throws IOException {
        BlockOutputStream out = new BlockOutputStream(bytes);
        out.write(FileBlock.newInstance(type, data, null));
        out.flush();
        boundaries.add(bytes.size());
    }

    private static final class Strings {
        private final Map<String, Integer> numbers = new LinkedHashMap<>(Map.of("", 0));

        private int of(String text) {
            return numbers.computeIfAbsent(text, t -> numbers.size());
        }

        private Osmformat.StringTable table() {
            Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
            numbers.keySet().forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
            return table.build();
        }
    }
}
