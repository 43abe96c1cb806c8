// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import java.time.Instant;
import java.util.Map;

/**
 * All counts of one producer and day as they stand.
 *
 * @param producer station, run and subtask; replaces what it said of the day before
 * @param day ISO date, UTC
 * @param toldAt when it was told
 * @param counts by key; see the report
 */
public record TallySnapshot(String producer, String day, Instant toldAt, Map<String, Long> counts) {

    public TallySnapshot {
        counts = Map.copyOf(counts);
    }
}
