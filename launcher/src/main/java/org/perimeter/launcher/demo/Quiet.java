// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.demo;

import org.perimeter.connectors.exercise.judge.PatientReader;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.Operation;
import org.perimeter.connectors.exercise.scenario.Timeline;
import org.perimeter.connectors.spi.store.TallyStore;
import org.perimeter.launcher.process.LauncherException;

import java.time.Duration;
import java.time.Instant;

/** Notices when the exercise is over: all of it was released and nothing changes any more. */
final class Quiet {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    /** Some posts are refused by their source before anybody counts them. */
    private static final double ENOUGH = 0.98;

    private final PatientReader reader = new PatientReader();
    private final TallyStore tallies;
    private final Instant end;
    private final long expected;
    private long seen;
    private Instant lastLook = Instant.EPOCH;
    private Instant lastChange;

    Quiet(TallyStore tallies, Exercise exercise, Timeline timeline) {
        this.tallies = tallies;
        this.end = timeline.releasedAt(exercise.length());
        this.lastChange = timeline.firstRead();
        this.expected =
                exercise.lines().stream()
                        .filter(line -> line.operation() == Operation.CREATE)
                        .count();
    }

    /** Whether it is over, or has taken too long. */
    boolean isOver(Instant now) {
        if (!now.isBefore(lastLook.plus(LOOK_EVERY))) {
            lastLook = now;
            long count = reader.read(() -> tallies.total().getOrDefault("seen", 0L), seen);
            if (count != seen) {
                seen = count;
                lastChange = now;
            }
        }
        boolean calm = now.isAfter(end) && now.isAfter(lastChange.plus(CALM));
        return (calm && complete()) || now.isAfter(end.plus(LONGEST));
    }

    /** When the number of posts seen changed last. */
    Instant lastChange() {
        return lastChange;
    }

    /**
     * Does nothing when the whole exercise was read.
     *
     * @throws LauncherException when it was not
     */
    void requireComplete() {
        if (!complete()) {
            throw new LauncherException(
                    "the pipeline read only " + seen + " of " + expected + " posts");
        }
    }

    private boolean complete() {
        return seen >= expected * ENOUGH;
    }
}
