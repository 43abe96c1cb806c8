// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.LedgerWatch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The watch over drafts on their way, in memory. */
public final class InMemoryLedgerWatch implements LedgerWatch {

    private final Map<String, Instant> held = new ConcurrentHashMap<>();
    private final Map<String, Long> handedIn = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();

    /** While down, every call fails. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public void holds(String holder, @Nullable Instant since) {
        faults.check();
        if (since == null) {
            held.remove(holder);
        } else {
            held.put(holder, since);
        }
    }

    @Override
    public Optional<Instant> heldSince(String holder) {
        faults.check();
        return Optional.ofNullable(held.get(holder));
    }

    @Override
    public void handedIn(String producer, long sequence) {
        faults.check();
        handedIn.put(producer, sequence);
    }

    @Override
    public long handedIn(String producer) {
        faults.check();
        return handedIn.getOrDefault(producer, 0L);
    }
}
