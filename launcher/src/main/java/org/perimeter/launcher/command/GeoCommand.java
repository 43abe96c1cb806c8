// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.Programs;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.Program;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.ArrayList;
import java.util.List;

/** Makes a jurisdiction's places known; the work is done by the geo module. */
@Command(
        name = "geo",
        description = "Make a jurisdiction's places known.",
        footer = "  ./perimeter geo import --pbf town.osm.pbf --out town")
public final class GeoCommand {

    /** From here on a JVM warns of what the protobuf library does with memory. */
    private static final int WARNING_JVM = 24;

    private GeoCommand() {}

    /** The command with its subcommands. */
    public static CommandLine line() {
        return new CommandLine(new GeoCommand())
                .addSubcommand(
                        Forwarded.line(
                                "import",
                                "Makes a jurisdiction's folder out of an OpenStreetMap extract.",
                                GeoCommand::program));
    }

    private static Program program(List<String> arguments) {
        List<String> jvm = new ArrayList<>(List.of("-Xmx2g"));
        if (Runtime.version().feature() >= WARNING_JVM) {
            jvm.add("--sun-misc-unsafe-memory-access=allow");
        }
        return new Programs(Installation.here())
                .program(
                        "geo-import",
                        "nlp/geo",
                        "org.perimeter.nlp.geo.GeoImportMain",
                        jvm,
                        arguments);
    }
}
