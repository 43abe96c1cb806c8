// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of one element: the first part of {@code name}, then everything else that people call
 * it. Several values of one tag are separated by semicolons.
 *
 * @param name the name; empty when it has none
 * @param aliases other names, without repetitions
 */
record OsmNames(String name, List<String> aliases) {

    private static final List<String> OTHER =
            List.of(
                    "name:en",
                    "alt_name",
                    "short_name",
                    "name_1",
                    "name_2",
                    "name_3",
                    "loc_name",
                    "official_name",
                    "old_name",
                    "bridge:name",
                    "addr:housename",
                    "name:es");

    OsmNames {
        aliases = List.copyOf(aliases);
    }

    static OsmNames of(Map<String, String> tags) {
        Set<String> all = new LinkedHashSet<>(values(tags.get("name")));
        for (String key : OTHER) {
            all.addAll(values(tags.get(key)));
        }
        if (all.isEmpty()) {
            return new OsmNames("", List.of());
        }
        List<String> names = List.copyOf(all);
        return new OsmNames(names.get(0), names.subList(1, names.size()));
    }

    /** The parts of a tag's value; empty when there is none. */
    static List<String> values(@Nullable String tag) {
        if (tag == null) {
            return List.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (String part : tag.split(";", -1)) {
            String value = part.strip();
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }
}
