// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

import java.util.Map;

/** A line or ring of the map. */
public final class OsmWay {

    private final long id;
    private final long[] nodes;
    private final Map<String, String> tags;

    /**
     * @param id its number
     * @param nodes the nodes that it runs through; from now on this way's own
     * @param tags what it is
     */
    public OsmWay(long id, long[] nodes, Map<String, String> tags) {
        this.id = id;
        this.nodes = nodes;
        this.tags = tags;
    }

    public long id() {
        return id;
    }

    /** The ids of its nodes, in order; not to be changed. */
    public long[] nodes() {
        return nodes;
    }

    public Map<String, String> tags() {
        return tags;
    }

    public boolean closed() {
        return nodes.length > 3 && nodes[0] == nodes[nodes.length - 1];
    }
}
