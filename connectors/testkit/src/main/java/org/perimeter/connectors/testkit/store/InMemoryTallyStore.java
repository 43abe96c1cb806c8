// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import org.perimeter.connectors.spi.store.TallyStore;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Running counts in memory. */
public final class InMemoryTallyStore implements TallyStore {

    private final Map<String, Map<String, Long>> byProducer = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();

    /** While down, every call fails. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public void put(String producer, Map<String, Long> counts) {
        faults.check();
        byProducer.put(producer, Map.copyOf(counts));
    }

    @Override
    public Map<String, Long> total() {
        faults.check();
        Map<String, Long> total = new TreeMap<>();
        byProducer
                .values()
                .forEach(counts -> counts.forEach((name, n) -> total.merge(name, n, Long::sum)));
        return total;
    }
}
