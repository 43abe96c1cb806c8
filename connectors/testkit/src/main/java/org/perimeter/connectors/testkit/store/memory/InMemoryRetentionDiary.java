// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.retention.Erasure;
import org.perimeter.connectors.spi.store.retention.RetentionDiary;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The diary of retention in memory. */
public final class InMemoryRetentionDiary implements RetentionDiary {

    private final AtomicReference<@Nullable Instant> finished = new AtomicReference<>();
    private final Map<String, Erasure> open = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();
    private final InMemoryLedgerInbox inbox;

    InMemoryRetentionDiary(InMemoryLedgerInbox inbox) {
        this.inbox = inbox;
    }

    /** While down, every call fails. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public void finished(Instant at) {
        faults.check();
        finished.set(at);
    }

    @Override
    public Optional<Instant> lastFinished() {
        faults.check();
        return Optional.ofNullable(finished.get());
    }

    @Override
    public void begin(Erasure erasure, LedgerDraft intent) {
        faults.check();
        open.put(erasure.id(), erasure);
        inbox.handIn(intent, () -> {});
    }

    @Override
    public void done(Erasure erasure, LedgerDraft done) {
        faults.check();
        inbox.handIn(done, () -> {});
        open.remove(erasure.id());
    }

    @Override
    public List<Erasure> open(int limit) {
        faults.check();
        return open.values().stream()
                .sorted(Comparator.comparing(Erasure::begunAt).thenComparing(Erasure::id))
                .limit(limit)
                .toList();
    }
}
