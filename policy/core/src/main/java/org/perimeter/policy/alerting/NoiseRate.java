// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import java.time.Duration;

/**
 * How often voices say such a thing in this town although nothing is the matter: a Poisson rate
 * whose own uncertainty is a gamma distribution, learned from counts alone.
 *
 * @param shape of the gamma distribution: counts seen, and what was believed before
 * @param hours of town time in which they were seen, and what was believed before
 */
public record NoiseRate(double shape, double hours) {

    /** Counts below this say less about a town than about single people, and are not used. */
    public static final long LEAST_COUNT = 10;

    /**
     * Before a town has counts: half a voice an hour for each kind and group of categories in a
     * whole town, known badly.
     */
    public static final NoiseRate UNKNOWN = new NoiseRate(0.5, 1);

    private static final double MILLIS_PER_HOUR = 3_600_000;

    /**
     * @throws IllegalArgumentException when one of the two is not above 0
     */
    public NoiseRate {
        if (!(shape > 0) || !(hours > 0)) {
            throw new IllegalArgumentException("a rate needs a shape and hours above 0");
        }
    }

    /** The same after a count; one that is too small to be used changes nothing. */
    public NoiseRate after(long count, Duration watched) {
        if (count < LEAST_COUNT) {
            return this;
        }
        return new NoiseRate(shape + count, hours + watched.toMillis() / MILLIS_PER_HOUR);
    }

    /**
     * The chance that ordinary life alone brings this many voices or more (negative binomial).
     *
     * @param voices how many were heard
     * @param window in how long a time
     * @param share of the town that the fence covers, 0 to 1
     */
    public double chance(int voices, Duration window, double share) {
        double exposure = window.toMillis() / MILLIS_PER_HOUR * share;
        double stay = hours / (hours + exposure);
        double term = Math.pow(stay, shape);
        double below = 0;
        for (int k = 0; k < voices; k++) {
            below += term;
            term *= (shape + k) / (k + 1) * (1 - stay);
        }
        return Math.max(0, Math.min(1, 1 - below));
    }
}
