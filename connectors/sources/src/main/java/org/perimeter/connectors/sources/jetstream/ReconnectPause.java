// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import io.github.resilience4j.core.IntervalFunction;

import java.time.Duration;

/** How long to wait before connecting again: doubling, jittered by half, bounded. */
final class ReconnectPause {

    private static final double FACTOR = 2;
    private static final double JITTER = 0.5;

    private final IntervalFunction intervals;
    private int failures;

    ReconnectPause(Duration first, Duration longest) {
        intervals = IntervalFunction.ofExponentialRandomBackoff(first, FACTOR, JITTER, longest);
    }

    /** Counts a failure and says how long to wait now. */
    Duration afterFailure() {
        failures++;
        return Duration.ofMillis(intervals.apply(failures));
    }

    /** Starts over: the server delivers. */
    void reset() {
        failures = 0;
    }
}
