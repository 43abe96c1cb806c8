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

/** Analyses posts; the script runs this without the launcher, to be ready sooner. */
@Command(
        name = "analyze",
        description = {
            "NDJSON posts in, NDJSON analyses out, in input order.",
            "Options: [--in FILE] [--out FILE] [--near LAT,LON] [--places DIR]"
        })
public final class AnalyzeCommand implements Callable<Integer> {

    @Unmatched private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        return Foreground.run(
                new Programs(Installation.here())
                        .program(
                                "analyze",
                                "nlp/analyzer",
                                "org.perimeter.nlp.AnalyzeMain",
                                List.of("-Xmx512m"),
                                arguments));
    }
}
