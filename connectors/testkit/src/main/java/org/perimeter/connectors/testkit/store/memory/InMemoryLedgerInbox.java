// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;

/** The ledger's inbox in memory. */
public final class InMemoryLedgerInbox implements LedgerInbox {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::producer).thenComparingLong(Key::sequence);

    private final Map<Key, LedgerDraft> drafts = new ConcurrentSkipListMap<>(ORDER);
    private final AtomicReference<@Nullable Instant> drained = new AtomicReference<>();
    private final WriteFaults faults = new WriteFaults();

    private record Key(String producer, long sequence) {

        static Key of(LedgerDraft draft) {
            return new Key(draft.producer(), draft.sequence());
        }
    }

    /** Faults to inject into {@link #write} and, while down, into every call. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<LedgerDraft> batch) {
        return faults.apply(
                batch,
                InMemoryLedgerInbox::id,
                draft -> {
                    drafts.putIfAbsent(Key.of(draft), draft);
                    return new WriteOutcome(id(draft), Result.OK, "");
                });
    }

    private static String id(LedgerDraft draft) {
        return draft.producer() + "/" + draft.sequence();
    }

    @Override
    public List<LedgerDraft> waiting(int limit) {
        faults.check();
        return drafts.values().stream().limit(limit).toList();
    }

    @Override
    public void remove(List<LedgerDraft> done) {
        faults.check();
        done.forEach(draft -> drafts.remove(Key.of(draft)));
    }

    @Override
    public void heartbeat(Instant drainedAt) {
        faults.check();
        drained.set(drainedAt);
    }

    @Override
    public Optional<Instant> lastDrained() {
        faults.check();
        return Optional.ofNullable(drained.get());
    }
}
