// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import java.util.Map;
import java.util.TreeMap;

/** The running counts of the gates, read by their agreed names. */
record Tallies(Map<String, Long> counts) {

    Tallies {
        counts = Map.copyOf(counts);
    }

    long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    double minutes(String name) {
        return of(name) / 60_000.0;
    }

    /** The counts whose names start with the group, without it. */
    Map<String, Long> group(String group) {
        Map<String, Long> found = new TreeMap<>();
        counts.forEach(
                (name, count) -> {
                    if (name.startsWith(group)) {
                        found.put(name.substring(group.length()), count);
                    }
                });
        return found;
    }

    /** The sum of the counts whose names start so. */
    long sum(String start) {
        return group(start).values().stream().mapToLong(Long::longValue).sum();
    }
}
