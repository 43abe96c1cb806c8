// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.TallyStore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Running counts in memory. */
public final class InMemoryTallyStore implements TallyStore {

    private final Map<Key, Told> told = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();

    private record Key(String producer, LocalDate day) {}

    private record Told(Instant at, Map<String, Long> counts) {}

    /** While down, every call fails. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public void put(String producer, LocalDate day, Instant toldAt, Map<String, Long> counts) {
        faults.check();
        told.merge(
                new Key(producer, day),
                new Told(toldAt, Map.copyOf(counts)),
                (before, now) -> now.at().isBefore(before.at()) ? before : now);
    }

    @Override
    public Map<String, Long> total() {
        return sum(day -> true);
    }

    @Override
    public Map<String, Long> total(LocalDate first, LocalDate last) {
        return sum(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    private Map<String, Long> sum(Predicate<LocalDate> days) {
        faults.check();
        Map<String, Long> total = new TreeMap<>();
        told.forEach(
                (key, counts) -> {
                    if (days.test(key.day())) {
                        counts.counts().forEach((name, n) -> total.merge(name, n, Long::sum));
                    }
                });
        return total;
    }

    @Override
    public long dropBefore(LocalDate day) {
        faults.check();
        long before = told.size();
        told.keySet().removeIf(key -> key.day().isBefore(day));
        return before - told.size();
    }
}
