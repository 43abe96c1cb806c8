// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * Options of {@code geo import}.
 *
 * @param pbf the extract
 * @param out the folder to write
 * @param name of the jurisdiction, {@code TOWN[, STATE[, COUNTRY]]}; null to take it from the map
 */
record GeoImportOptions(Path pbf, Path out, @Nullable String name) {

    /**
     * From the command line.
     *
     * @throws IllegalArgumentException when the call is wrong, saying how
     */
    static GeoImportOptions parse(String[] args) {
        @Nullable Path pbf = null;
        @Nullable Path out = null;
        @Nullable String name = null;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 >= args.length || args[i + 1].isBlank()) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            switch (args[i]) {
                case "--pbf" -> pbf = Path.of(args[i + 1]);
                case "--out" -> out = Path.of(args[i + 1]);
                case "--name" -> name = args[i + 1];
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        if (pbf == null || out == null) {
            throw new IllegalArgumentException("--pbf FILE and --out DIR are needed");
        }
        return new GeoImportOptions(pbf, out, name);
    }
}
