// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.Programs;
import org.perimeter.launcher.process.Installation;

import picocli.CommandLine;

import java.util.List;

/** Analyses posts; the script runs this without the launcher, to be ready sooner. */
public final class AnalyzeCommand {

    private AnalyzeCommand() {}

    /** The command. */
    public static CommandLine line() {
        return Forwarded.line(
                "analyze",
                "Reads posts: JSON lines in, analyses as JSON lines out.",
                arguments ->
                        new Programs(Installation.here())
                                .program(
                                        "analyze",
                                        "nlp/analyzer",
                                        "org.perimeter.nlp.AnalyzeMain",
                                        List.of("-Xmx512m"),
                                        arguments));
    }
}
