// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Makes times coarse enough to rest. A platform's own stream can be asked for the very microsecond
 * of a post, and answers with its author; it cannot be asked who of all that minute it was.
 *
 * @param grain all times are a whole number of these since 1970
 */
public record StoredTimes(Duration grain) {

    /**
     * @throws IllegalArgumentException when the grain is not at least a millisecond
     */
    public StoredTimes {
        if (grain.toMillis() < 1) {
            throw new IllegalArgumentException("a grain of less than a millisecond hides nothing");
        }
    }

    /** By the rule of a rulebook. */
    public static StoredTimes of(Rulebook rulebook) {
        return new StoredTimes(rulebook.duration(RuleId.STORED_TIMES, ChronoUnit.MINUTES));
    }

    /** The last whole grain that is not after the exact time, so that order is kept. */
    @Control("IDN-01")
    public Instant round(Instant exact) {
        long millis = grain.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(exact.toEpochMilli(), millis) * millis);
    }
}
