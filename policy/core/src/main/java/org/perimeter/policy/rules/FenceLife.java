// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long a fence may live: so many hours from its opening and from each update, and none of them
 * carries it beyond the hard stop.
 */
public final class FenceLife {

    /** How far ahead of ours the clock of a dispatch system may be. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private final Duration renewal;
    private final Duration stop;

    private FenceLife(Duration renewal, Duration stop) {
        this.renewal = renewal;
        this.stop = stop;
    }

    /** The rule with a rulebook's numbers. */
    public static FenceLife of(Rulebook rulebook) {
        return new FenceLife(
                rulebook.duration(RuleId.FENCE_LIFE, ChronoUnit.HOURS),
                rulebook.duration(RuleId.FENCE_STOP, ChronoUnit.HOURS));
    }

    /** What speaks against the hour of opening; empty when nothing does. */
    @Control("COL-03")
    public static Optional<String> openingProblem(Instant opened, Instant now) {
        return opened.isAfter(now.plus(CLOCK_SKEW))
                ? Optional.of("lies in the future")
                : Optional.empty();
    }

    /** The end of a fence for which nobody stated one. */
    @Control("COL-03")
    public Instant unstatedEnd(Instant opened) {
        return opened.plus(renewal);
    }

    /**
     * What speaks against a stated end; empty when nothing does.
     *
     * @param updated when it was stated
     */
    @Control("COL-03")
    public Optional<String> endProblem(Instant opened, Instant updated, Instant stated) {
        if (!stated.isAfter(opened)) {
            return Optional.of("must be after openedAt");
        }
        if (stated.isAfter(opened.plus(stop))) {
            return Optional.of("is beyond the hard stop of COL-03.stop");
        }
        Instant from = updated.isAfter(opened) ? updated : opened;
        return stated.isAfter(from.plus(renewal))
                ? Optional.of("is further ahead than one renewal of COL-03 allows")
                : Optional.empty();
    }

    /**
     * A stated end, brought forward to the last lawful one: for senders that cannot know the
     * rulebook, whose word is shortened and not refused.
     *
     * @param updated when it was stated
     * @param stated null when the sender named none
     */
    @Control("COL-03")
    public Instant shorten(Instant opened, Instant updated, @Nullable Instant stated) {
        Instant renewed = updated.plus(renewal);
        Instant last = opened.plus(stop);
        Instant latest = renewed.isBefore(last) ? renewed : last;
        return stated != null && stated.isBefore(latest) ? stated : latest;
    }
}
