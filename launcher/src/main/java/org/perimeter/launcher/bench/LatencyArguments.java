// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.perimeter.policy.command.Positive;
import org.perimeter.policy.command.WholeNumber;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the latency's measurement. */
@Command(
        name = "./perimeter bench latency",
        description = {
            "How long a post takes from the moment a platform serves it to the moment the page of"
                    + " its incident hears of it; ends with 1 when one is lost or doubled.",
            "Last line: latencyMs, posts, pages, lost, doubled, perSecond, backgroundPerSecond and"
                    + " the machine."
        },
        footer = "  ./perimeter bench latency --posts 100 --background 200")
final class LatencyArguments {

    private static final int FASTEST = 1_000;

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "200",
            converter = Positive.class,
            description = "how many posts are measured (${DEFAULT-VALUE})")
    private int posts;

    @Option(
            names = "--per-second",
            paramLabel = "N",
            defaultValue = "4",
            converter = MeasuredRate.class,
            description = "how many of them are served in a second, 1 to 1000 (${DEFAULT-VALUE})")
    private int perSecond;

    @Option(
            names = "--background",
            paramLabel = "N",
            defaultValue = "50",
            converter = BackgroundRate.class,
            description =
                    "how many ordinary posts are served in a second beside them, 0 to 1000"
                            + " (${DEFAULT-VALUE})")
    private int background;

    /** How many posts are measured. */
    int posts() {
        return posts;
    }

    /** How many of them are served in a second. */
    int perSecond() {
        return perSecond;
    }

    /** How many ordinary posts are served in a second beside them. */
    int background() {
        return background;
    }

    private static final class MeasuredRate extends WholeNumber {
        MeasuredRate() {
            super(1, FASTEST);
        }
    }

    private static final class BackgroundRate extends WholeNumber {
        BackgroundRate() {
            super(0, FASTEST);
        }
    }
}
