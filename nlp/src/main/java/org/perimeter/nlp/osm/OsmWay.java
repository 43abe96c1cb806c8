// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.osm;

import java.util.Map;

/**
 * A line or ring of the map.
 *
 * @param id its number
 * @param nodes the nodes that it runs through; shared with nobody, never changed
 * @param tags what it is
 */
record OsmWay(long id, long[] nodes, Map<String, String> tags) {

    boolean closed() {
        return nodes.length > 3 && nodes[0] == nodes[nodes.length - 1];
    }
}
