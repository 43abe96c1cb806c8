// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.AlertOutbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outbox in memory; the in-memory alert store hands its notices in. */
public final class InMemoryAlertOutbox implements AlertOutbox {

    private static final Comparator<AlertNotice> OLDEST_CHANGE_FIRST =
            Comparator.comparing(AlertNotice::updatedAt)
                    .thenComparing(AlertNotice::alertId)
                    .thenComparingLong(AlertNotice::sequence);

    private final Map<String, AlertNotice> waiting = new HashMap<>();
    private final TreeMap<Long, AlertNotice> numbered = new TreeMap<>();
    private final WriteFaults faults = new WriteFaults();

    /** Faults to inject into every call while down. */
    public WriteFaults faults() {
        return faults;
    }

    synchronized void handIn(AlertNotice notice) {
        waiting.putIfAbsent(notice.id(), notice);
    }

    @Override
    public synchronized int number(int limit) {
        faults.check();
        List<AlertNotice> next =
                waiting.values().stream().sorted(OLDEST_CHANGE_FIRST).limit(limit).toList();
        int given = 0;
        for (AlertNotice notice : next) {
            if (numbered.values().stream().noneMatch(known -> known.id().equals(notice.id()))) {
                numbered.put(last() + 1, notice.withNumber(last() + 1));
                given++;
            }
            waiting.remove(notice.id());
        }
        return given;
    }

    @Override
    public synchronized List<AlertNotice> after(long number, int limit) {
        faults.check();
        return numbered.tailMap(number, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized long last() {
        faults.check();
        return numbered.isEmpty() ? 0 : numbered.lastKey();
    }

    @Override
    public synchronized void forget(Instant changedBefore) {
        faults.check();
        long last = last();
        numbered.values()
                .removeIf(
                        notice ->
                                notice.number() < last
                                        && notice.updatedAt().isBefore(changedBefore));
    }
}
