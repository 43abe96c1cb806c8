// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import io.github.resilience4j.core.IntervalFunction;

import java.time.Duration;

/**
 * When a child that ended is started again, and when no more.
 *
 * @param pauses how long to wait before the first, second, ... start in a row
 * @param quick a child that ended sooner after its start than this has died quickly
 * @param most how many quick deaths in a row are borne
 */
public record RestartPlan(IntervalFunction pauses, Duration quick, int most) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final double FACTOR = 2;

    /** Ours: about three minutes of trying, as long as nothing has lived for half a minute. */
    public static RestartPlan usual() {
        return new RestartPlan(
                IntervalFunction.ofExponentialBackoff(FIRST, FACTOR, LONGEST),
                Duration.ofSeconds(30),
                10);
    }

    /** How long to wait before the next start. */
    Duration pause(int deaths) {
        return Duration.ofMillis(pauses.apply(Math.max(1, deaths)));
    }
}
