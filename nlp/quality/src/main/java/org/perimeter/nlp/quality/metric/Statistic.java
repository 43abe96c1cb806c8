// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

/** A figure computed from the sums of what the posts contributed. */
@FunctionalInterface
public interface Statistic {

    /**
     * The figure; NaN when it is not defined for these sums.
     *
     * @param sums one sum per column of the {@link ScoreTally}
     */
    double of(double[] sums);
}
