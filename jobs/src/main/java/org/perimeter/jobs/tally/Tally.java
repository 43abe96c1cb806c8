// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import org.perimeter.policy.model.decision.PolicyDecision;

import java.util.Map;
import java.util.TreeMap;

/** Counts by key; belongs to one operator's thread. */
public final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();

    /** One more. */
    public void add(String key) {
        add(key, 1);
    }

    /** So many more; nothing when it is 0. */
    public void add(String key, long count) {
        if (count != 0) {
            counts.merge(key, count, Long::sum);
        }
    }

    /** One more decision of a gate, as {@code gate/OUTCOME/REASON}. */
    public void decided(String gate, PolicyDecision decision) {
        add(gate + "/" + decision.outcome() + "/" + decision.reason());
    }

    /** Sets a key to a value, whatever it was. */
    public void set(String key, long value) {
        counts.put(key, value);
    }

    /** Adds all of these; used when counts come back from a checkpoint. */
    public void addAll(Map<String, Long> more) {
        more.forEach(this::add);
    }

    /** Begins again. */
    void clear() {
        counts.clear();
    }

    /** A copy of all counts. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
