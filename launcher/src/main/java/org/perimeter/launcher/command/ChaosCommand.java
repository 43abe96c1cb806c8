// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.chaos.ChaosPlan;
import org.perimeter.launcher.chaos.ChaosRun;
import org.perimeter.launcher.chaos.ChaosVerdict;
import org.perimeter.launcher.process.Installation;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.command.Positive;
import org.perimeter.policy.command.WrongCallException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Kills processes at random under load and counts what is lost. */
@Command(
        name = "chaos",
        description = {
            "Runs the whole system, kills its processes at random while posts come, are edited and",
            "deleted, and compares what is stored, logged and told with what is true. Ends with 1",
            "when anything is lost or doubled, and then keeps the run's folder.",
            "Last line: chaos (whether all is whole), killed, recoveryMs, posts, searches, ledger,",
            "alerts."
        },
        footer = "  ./perimeter chaos --minutes 10 --kills 20 --seed 7")
public final class ChaosCommand implements Callable<Integer> {

    /** An incident lives six hours. */
    private static final int LONGEST_MINUTES = 300;

    private static final int FASTEST = 1_000;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            converter = Positive.class,
            description = "how long posts are served, 1 to 300 (${DEFAULT-VALUE})")
    private int minutes;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "20",
            converter = Positive.class,
            description = "how many times processes are killed (${DEFAULT-VALUE})")
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "draws when and which (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--per-second",
            paramLabel = "N",
            defaultValue = "5",
            converter = Positive.class,
            description = "reports from the scene in a second (${DEFAULT-VALUE})")
    private int perSecond;

    @Option(
            names = "--background",
            paramLabel = "N",
            defaultValue = "50",
            converter = Positive.class,
            description = "ordinary posts in a second (${DEFAULT-VALUE})")
    private int background;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (minutes > LONGEST_MINUTES) {
            throw new WrongCallException("--minutes must be 1 to " + LONGEST_MINUTES);
        }
        if (perSecond > FASTEST || background > FASTEST) {
            throw new WrongCallException("--per-second and --background must be 1 to " + FASTEST);
        }
        Clock clock = Clock.systemUTC();
        ChaosPlan plan =
                new ChaosPlan(Duration.ofMinutes(minutes), kills, seed, perSecond, background);
        ChaosVerdict verdict =
                new ChaosRun(plan, Installation.here(), clock, Told.standardError(clock)).run();
        System.out.println(verdict.json());
        return verdict.isWhole() ? 0 : CommandManner.FAILED;
    }
}
