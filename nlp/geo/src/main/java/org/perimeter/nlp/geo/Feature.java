// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import java.util.List;

/**
 * One GeoJSON feature of a jurisdiction.
 *
 * @param shape its geometry
 * @param name what it is called; empty for unnamed water
 * @param aliases what else it is called
 * @param kind its kind, or the class of a street
 * @param ref road numbers, or the number of an exit
 * @param road road numbers of the motorway that an exit leaves
 */
record Feature(
        Shape shape,
        String name,
        List<String> aliases,
        String kind,
        List<String> ref,
        List<String> road) {

    Feature {
        aliases = List.copyOf(aliases);
        ref = List.copyOf(ref);
        road = List.copyOf(road);
    }

    static Feature named(Shape shape, OsmNames names, String kind) {
        return new Feature(shape, names.name(), names.aliases(), kind, List.of(), List.of());
    }
}
