// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.nlp.geo.pbf.MapElements;
import org.perimeter.nlp.geo.pbf.NodePoints;
import org.perimeter.nlp.geo.pbf.OsmFileException;
import org.perimeter.nlp.geo.pbf.OsmNode;
import org.perimeter.nlp.geo.pbf.OsmRelation;
import org.perimeter.nlp.geo.pbf.OsmWay;
import org.perimeter.nlp.geo.pbf.PbfFile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * What a jurisdiction needs of an extract. The file is read three times, areas, ways and nodes, so
 * that memory grows with what is kept and not with the file, and so that its order does not matter.
 */
final class OsmExtract {

    private final LandmarkKinds kinds;
    private final List<OsmRelation> areas = new ArrayList<>();
    private final List<OsmWay> ways = new ArrayList<>();
    private final Map<Long, long[]> borders = new HashMap<>();
    private final List<OsmNode> nodes = new ArrayList<>();
    private NodePoints points = new NodePoints(new long[0]);
    private long timestamp;

    private OsmExtract(LandmarkKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * Reads the file.
     *
     * @param progress told in words what is being done
     * @throws OsmFileException when it cannot be read to its end
     */
    static OsmExtract read(PbfFile file, LandmarkKinds kinds, Consumer<String> progress)
            throws OsmFileException {
        OsmExtract extract = new OsmExtract(kinds);
        progress.accept("reading areas (1/3)");
        extract.readAreas(file);
        progress.accept("reading streets and outlines (2/3)");
        extract.readWays(file);
        progress.accept("reading " + extract.ways.size() + " ways' points (3/3)");
        extract.readNodes(file);
        return extract;
    }

    private void readAreas(PbfFile file) throws OsmFileException {
        timestamp =
                file.read(
                        new MapElements() {
                            @Override
                            public void relation(OsmRelation relation) {
                                if (isArea(relation.tags()) && !relation.outerWays().isEmpty()) {
                                    areas.add(relation);
                                }
                            }
                        });
        areas.sort(Comparator.comparingLong(OsmRelation::id));
    }

    private void readWays(PbfFile file) throws OsmFileException {
        Set<Long> members = new HashSet<>();
        areas.forEach(area -> members.addAll(area.outerWays()));
        file.read(
                new MapElements() {
                    @Override
                    public void way(OsmWay way) {
                        if (isWanted(way.tags())) {
                            ways.add(way);
                        }
                        if (members.contains(way.id())) {
                            borders.put(way.id(), way.nodes());
                        }
                    }
                });
        ways.sort(Comparator.comparingLong(OsmWay::id));
    }

    private void readNodes(PbfFile file) throws OsmFileException {
        LongStream wanted =
                LongStream.concat(
                        ways.stream().flatMapToLong(way -> LongStream.of(way.nodes())),
                        borders.values().stream().flatMapToLong(LongStream::of));
        points = new NodePoints(wanted.toArray());
        file.read(
                new MapElements() {
                    @Override
                    public boolean wantsNodes() {
                        return true;
                    }

                    @Override
                    public void node(OsmNode node) {
                        points.offer(node);
                        if (!node.tags().isEmpty() && isWantedNode(node)) {
                            nodes.add(node);
                        }
                    }
                });
        nodes.sort(Comparator.comparingLong(OsmNode::id));
    }

    private boolean isArea(Map<String, String> tags) {
        return MapTags.district(tags) != null
                || MapTags.isWaterArea(tags)
                || kinds.of(tags) != null;
    }

    private boolean isWanted(Map<String, String> tags) {
        return isArea(tags)
                || MapTags.isStreet(tags)
                || MapTags.isWaterLine(tags)
                || MapTags.isAddress(tags)
                || MapTags.isAddressLine(tags);
    }

    private boolean isWantedNode(OsmNode node) {
        Map<String, String> tags = node.tags();
        return MapTags.district(tags) != null
                || MapTags.isExit(tags)
                || MapTags.isAddress(tags)
                || (tags.containsKey("addr:housenumber") && points.wants(node.id()))
                || kinds.of(tags) != null;
    }

    /** Areas made of several ways, by id. */
    List<OsmRelation> areas() {
        return areas;
    }

    /** Streets, outlines and addresses, by id. */
    List<OsmWay> ways() {
        return ways;
    }

    /** Landmarks, districts, exits and addresses, by id. */
    List<OsmNode> nodes() {
        return nodes;
    }

    /** Where the nodes of all of them are. */
    NodePoints points() {
        return points;
    }

    /** The node ids of a border's ways, as far as the extract has them. */
    List<long[]> outline(OsmRelation area) {
        List<long[]> outline = new ArrayList<>();
        for (long way : area.outerWays()) {
            long[] border = borders.get(way);
            if (border != null) {
                outline.add(border);
            }
        }
        return outline;
    }

    /** When the data were taken, in seconds since 1970; 0 when the file does not say. */
    long timestamp() {
        return timestamp;
    }
}
