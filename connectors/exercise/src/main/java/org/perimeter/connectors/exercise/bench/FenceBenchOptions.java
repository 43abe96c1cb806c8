// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.bench;

import org.perimeter.policy.command.Positive;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options of {@code bench fence}. */
@Command(
        name = "./perimeter bench fence",
        description = {
            "How many places a second one thread matches against many fences, and whether JTS"
                    + " answers the same; ends with 1 when it does not.",
            "Last line: lookupsPerSecond, fences, lookupsPerCpuSecond, points, shareInside,"
                    + " fencesPerHit, changesPerSecond, checkedWithJts, differing and the machine."
        },
        footer = "  ./perimeter bench fence --fences 10000 --points 500000")
final class FenceBenchOptions {

    @Option(
            names = "--fences",
            paramLabel = "N",
            defaultValue = "10000",
            converter = Positive.class,
            description = "how many fences there are (${DEFAULT-VALUE})")
    private int fences;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "500000",
            converter = Positive.class,
            description = "how many places are matched in each pass (${DEFAULT-VALUE})")
    private int points;

    int fences() {
        return fences;
    }

    int points() {
        return points;
    }
}
