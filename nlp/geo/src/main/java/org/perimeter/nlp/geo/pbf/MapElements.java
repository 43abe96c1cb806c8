// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

/** What a reading of an extract hands over; each kind only when it is wanted. */
public interface MapElements {

    default void node(OsmNode node) {}

    default void way(OsmWay way) {}

    default void relation(OsmRelation relation) {}

    /** Whether nodes are wanted; decoding them is most of the work. */
    default boolean wantsNodes() {
        return false;
    }
}
