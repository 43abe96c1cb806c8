// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.osm;

/** What a reading of an extract hands over; each kind only when it is wanted. */
interface MapElements {

    default void node(OsmNode node) {}

    default void way(OsmWay way) {}

    default void relation(OsmRelation relation) {}

    /** Whether nodes are wanted; decoding them is most of the work. */
    default boolean wantsNodes() {
        return false;
    }
}
