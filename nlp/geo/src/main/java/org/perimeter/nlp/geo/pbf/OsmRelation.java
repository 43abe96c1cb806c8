// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

import java.util.List;
import java.util.Map;

/**
 * An area made of several ways.
 *
 * @param id its number
 * @param outerWays numbers of the ways of its outer border
 * @param tags what it is
 */
public record OsmRelation(long id, List<Long> outerWays, Map<String, String> tags) {

    public OsmRelation {
        outerWays = List.copyOf(outerWays);
    }
}
