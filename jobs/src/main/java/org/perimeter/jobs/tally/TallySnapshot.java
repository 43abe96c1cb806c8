// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import java.util.Map;

/**
 * All counts of one producer as they stand.
 *
 * @param producer station, run and subtask; replaces what it said before
 * @param counts by key; see the report
 */
public record TallySnapshot(String producer, Map<String, Long> counts) {

    public TallySnapshot {
        counts = Map.copyOf(counts);
    }
}
