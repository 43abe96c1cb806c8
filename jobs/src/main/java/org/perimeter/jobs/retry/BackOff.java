// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retry;

import io.github.resilience4j.core.IntervalFunction;

import java.time.Duration;

/**
 * Waits that double until something succeeds. Without chance in them: the few writers of a job fail
 * together only when there is nobody to crowd.
 */
public final class BackOff {

    private static final double FACTOR = 2;

    private final IntervalFunction intervals;
    private int failures;

    private BackOff(Duration first, Duration longest) {
        intervals = IntervalFunction.ofExponentialBackoff(first, FACTOR, longest);
    }

    /** For the store: posts wait behind what it does not take. */
    public static BackOff ofStore() {
        return new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    /** For a source: others deliver meanwhile, and it belongs to somebody else. */
    public static BackOff ofSource() {
        return new BackOff(Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    /** How long to wait now. */
    public Duration failed() {
        failures++;
        return Duration.ofMillis(intervals.apply(failures));
    }

    /** Starts over. */
    public void succeeded() {
        failures = 0;
    }
}
