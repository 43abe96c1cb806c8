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
public record Score(long right, long found, long wanted) {

    private static final double THOUSAND = 1_000;

    /** Share of what was found that is true; null when nothing was found. */
    public @Nullable Double precision() {
        return found == 0 ? null : rounded(right, found);
    }

    /** Share of what is true that was found; null when there was nothing to find. */
    public @Nullable Double recall() {
        return wanted == 0 ? null : rounded(right, wanted);
    }

    /** The counts of both together. */
    public Score plus(Score more) {
        return new Score(right + more.right, found + more.found, wanted + more.wanted);
    }

    private static double rounded(long part, long whole) {
        return Math.round(THOUSAND * part / whole) / THOUSAND;
    }
}
