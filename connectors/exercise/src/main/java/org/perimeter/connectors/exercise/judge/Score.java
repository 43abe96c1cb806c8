// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.jspecify.annotations.Nullable;

/**
 * Counts behind a precision and a recall.
 *
 * @param right how many were found and are true
 * @param found how many were found
 * @param wanted how many are true
 */
record Score(long right, long found, long wanted) {

    private static final double THOUSAND = 1_000;

    /** Share of what was found that is true; null when nothing was found. */
    @Nullable Double precision() {
        return found == 0 ? null : rounded(right, found);
    }

    /** Share of what is true that was found; null when there was nothing to find. */
    @Nullable Double recall() {
        return wanted == 0 ? null : rounded(right, wanted);
    }

    private static double rounded(long part, long whole) {
        return Math.round(THOUSAND * part / whole) / THOUSAND;
    }
}
