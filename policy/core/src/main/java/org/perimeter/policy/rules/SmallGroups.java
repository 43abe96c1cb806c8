// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins the groups of a breakdown that are too small to be published on their own. */
public final class SmallGroups {

    /** The name under which small groups are published together. */
    public static final String OTHER = "OTHER";

    private static final long SMALLEST = 10;

    private SmallGroups() {}

    /**
     * The same breakdown, with the same sum, in which every group but the joined one has at least
     * ten members, and the joined one is of at least two groups unless there is only one.
     */
    @Control("OUT-02")
    public static Map<String, Long> join(Map<String, Long> groups) {
        List<Map.Entry<String, Long>> bySize =
                groups.entrySet().stream()
                        .filter(group -> group.getValue() > 0)
                        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .toList();
        Map<String, Long> joined = new TreeMap<>();
        int hidden = 0;
        for (Map.Entry<String, Long> group : bySize) {
            long other = joined.getOrDefault(OTHER, 0L);
            boolean stillSmall = hidden > 0 && (hidden == 1 || other < SMALLEST);
            if (group.getValue() < SMALLEST || stillSmall) {
                joined.merge(OTHER, group.getValue(), Long::sum);
                hidden++;
            } else {
                joined.put(group.getKey(), group.getValue());
            }
        }
        return joined;
    }
}
