// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.model.Outcome;

import java.time.Duration;
import java.time.Instant;

/**
 * Adds up how long the gate stood open and how long it stood by, between ticks of the clock. A
 * pause between ticks that is longer than ten seconds is nobody's watch time: the job was not
 * running.
 */
final class WatchTime {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private @Nullable Instant last;
    private @Nullable Outcome state;

    /**
     * Counts the stretch since the last tick in the state that it began with.
     *
     * @param now of this tick
     * @param next the state from now on
     */
    void tick(Instant now, Outcome next, Tally tally) {
        if (last != null && now.isAfter(last)) {
            Duration passed = Duration.between(last, now);
            if (passed.compareTo(LONGEST) <= 0) {
                if (state == Outcome.COLLECT) {
                    tally.add("collectingMillis", passed.toMillis());
                } else if (state == Outcome.STANDBY) {
                    tally.add("standbyMillis", passed.toMillis());
                }
            }
        }
        last = now;
        state = next;
    }
}
