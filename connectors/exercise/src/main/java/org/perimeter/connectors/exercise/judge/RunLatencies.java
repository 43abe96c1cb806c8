// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** RunLatencies in milliseconds and their percentiles (nearest rank). */
final class RunLatencies {

    private final List<Long> sorted;

    RunLatencies(List<Long> millis) {
        this.sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
    }

    /** How many were measured. */
    int count() {
        return sorted.size();
    }

    /**
     * The smallest value that at least this share of all does not exceed; null without any.
     *
     * @param percent above 0, at most 100
     */
    @Nullable Long percentile(double percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
