// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

/** Arithmetic of natural log odds. */
public final class LogOdds {

    /** Nothing here is surer than this, whatever a model says. */
    private static final double MOST = 12;

    private LogOdds() {}

    /** The log odds of a probability. */
    public static double of(double probability) {
        if (probability <= 0) {
            return -MOST;
        }
        return probability >= 1 ? MOST : clamp(Math.log(probability / (1 - probability)));
    }

    /** The probability that has these log odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** The log odds that two independent things are both so. */
    static double both(double one, double other) {
        return of(probability(one) * probability(other));
    }

    private static double clamp(double logOdds) {
        return Math.max(-MOST, Math.min(MOST, logOdds));
    }
}
