// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

/**
 * A 95 % confidence interval.
 *
 * @param low lower end; NaN when nothing can be said
 * @param high upper end; NaN when nothing can be said
 */
public record Interval(double low, double high) {

    /** Of a figure that cannot be computed. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);
}
