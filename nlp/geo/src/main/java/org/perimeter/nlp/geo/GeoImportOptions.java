// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Options of {@code geo import}. */
@Command(
        name = "./perimeter geo import",
        description =
                "Makes a jurisdiction's folder (streets, landmarks, addresses, basemap) out of an"
                        + " OpenStreetMap extract.",
        footer =
                "  ./perimeter geo import --pbf town.osm.pbf --out town --name \"Town, State,"
                        + " Country\"")
final class GeoImportOptions {

    @Option(names = "--pbf", required = true, paramLabel = "FILE", description = "the extract")
    private Path pbf = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "the folder to write")
    private Path out = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "of the jurisdiction, TOWN[, STATE[, COUNTRY]] (its largest place)")
    private @Nullable String name;

    /** The extract. */
    Path pbf() {
        return pbf;
    }

    /** The folder to write. */
    Path out() {
        return out;
    }

    /** Of the jurisdiction; null to take it from the map. */
    @Nullable String name() {
        return name;
    }
}
