// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.perimeter.policy.model.alert.RulePrecision;

/**
 * How a rule's alerts fared so far.
 *
 * @param useful alerts that analysts found useful
 * @param disposed alerts that an analyst disposed of
 * @param low the true share of useful ones is at least this, 95 times in 100 (Wilson)
 * @param high and at most this
 */
public record PastView(long useful, long disposed, double low, double high) {

    /** With its interval. */
    public static PastView of(RulePrecision past) {
        return new PastView(past.useful(), past.disposed(), round(past.low()), round(past.high()));
    }

    private static double round(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
