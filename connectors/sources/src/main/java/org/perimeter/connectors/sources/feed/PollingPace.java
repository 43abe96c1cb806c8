// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import io.github.resilience4j.core.IntervalFunction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When to ask again: soon after a feed brought something, ever later while it does not, a tenth
 * more or less at random so that many sources do not ask at once.
 */
final class PollingPace {

    private static final double SLOWER = 1.5;
    private static final double JITTER = 0.1;

    private final InstantSource clock;
    private final IntervalFunction intervals;
    private int inVain;
    private Instant next = Instant.MIN;

    PollingPace(InstantSource clock, Duration shortest, Duration longest) {
        this.clock = clock;
        this.intervals =
                IntervalFunction.ofExponentialRandomBackoff(shortest, SLOWER, JITTER, longest);
    }

    /** How long to wait still; zero when it is time. */
    Duration untilNext() {
        Instant now = clock.instant();
        return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }

    /** The feed brought something. */
    void broughtSomething() {
        inVain = 0;
        schedule(interval(1));
    }

    /** The feed brought nothing, or could not be had. */
    void broughtNothing() {
        inVain++;
        schedule(interval(inVain));
    }

    /** The server asked to wait at least so long. */
    void asked(Duration wait) {
        Duration own = interval(inVain + 1);
        schedule(wait.compareTo(own) > 0 ? wait : own);
    }

    private Duration interval(int attempt) {
        return Duration.ofMillis(intervals.apply(attempt));
    }

    private void schedule(Duration wait) {
        next = clock.instant().plus(wait);
    }
}
