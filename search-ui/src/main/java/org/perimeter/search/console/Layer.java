// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.console;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The parts of a jurisdiction that the map is drawn from. */
enum Layer {
    WATER,
    DISTRICTS,
    STREETS,
    LANDMARKS;

    /** The layer of this lower-case name; null when there is none. */
    static @Nullable Layer named(String name) {
        for (Layer layer : values()) {
            if (layer.lowerCase().equals(name)) {
                return layer;
            }
        }
        return null;
    }

    /** Its file in the jurisdiction's folder. */
    String fileName() {
        return lowerCase() + ".geojson";
    }

    private String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
