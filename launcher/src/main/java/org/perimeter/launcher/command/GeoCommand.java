// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.Programs;
import org.perimeter.launcher.process.Foreground;
import org.perimeter.launcher.process.Installation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Makes a jurisdiction's places known. */
@Command(
        name = "geo",
        description = "Jurisdictions from map extracts.",
        subcommands = GeoCommand.Import.class)
public final class GeoCommand {

    /** Reads an OpenStreetMap extract; the work is done by the nlp module. */
    @Command(
            name = "import",
            description = {
                "Streets, landmarks and basemap of a jurisdiction from an OpenStreetMap extract.",
                "Options: --pbf FILE --out DIR [--name \"TOWN, STATE, COUNTRY\"]"
            })
    static final class Import implements Callable<Integer> {

        /** From here on a JVM warns of what the protobuf library does with memory. */
        private static final int WARNING_JVM = 24;

        @Unmatched private List<String> arguments = new ArrayList<>();

        @Override
        public Integer call() {
            List<String> jvm = new ArrayList<>(List.of("-Xmx2g"));
            if (Runtime.version().feature() >= WARNING_JVM) {
                jvm.add("--sun-misc-unsafe-memory-access=allow");
            }
            return Foreground.run(
                    new Programs(Installation.here())
                            .program(
                                    "geo-import",
                                    "nlp/geo",
                                    "org.perimeter.nlp.geo.GeoImportMain",
                                    jvm,
                                    arguments));
        }
    }
}
