// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.ledger.DraftId;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;

/** The ledger's inbox in memory. */
public final class InMemoryLedgerInbox implements LedgerInbox {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::producer)
                    .thenComparingLong(Key::sequence)
                    .thenComparing(Key::at)
                    .thenComparing(Key::id);

    private final Map<Key, LedgerDraft> drafts = new ConcurrentSkipListMap<>(ORDER);
    private final Map<String, Instant> acknowledged = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Instant> drained = new AtomicReference<>();
    private final WriteFaults faults = new WriteFaults();

    private record Key(String producer, long sequence, Instant at, String id) {

        static Key of(LedgerDraft draft) {
            return new Key(draft.producer(), draft.sequence(), draft.at(), DraftId.of(draft));
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
                DraftId::of,
                draft -> {
                    take(draft);
                    return new WriteOutcome(DraftId.of(draft), Result.OK, "");
                });
    }

    /**
     * Takes a draft in one request with another write of the store: the request fails whole, before
     * anything is written, or item by item.
     */
    void handIn(LedgerDraft draft, Runnable otherWrite) {
        Result result;
        try {
            result = write(List.of(draft)).toCompletableFuture().join().get(0).result();
        } catch (CompletionException e) {
            throw new StoreException("the fake store is down", true, e);
        }
        otherWrite.run();
        if (result != Result.OK) {
            throw new StoreException("a draft was not taken", result == Result.RETRY, null);
        }
    }

    private void take(LedgerDraft draft) {
        Key key = Key.of(draft);
        if (DraftId.isNumbered(draft)) {
            drafts.putIfAbsent(key, draft);
        } else if (!acknowledged.containsKey(key.id())
                && drafts.keySet().stream().noneMatch(known -> known.id().equals(key.id()))) {
            drafts.put(key, draft);
        }
    }

    @Override
    public List<LedgerDraft> waiting(int limit) {
        faults.check();
        return drafts.values().stream().limit(limit).toList();
    }

    @Override
    public void acknowledge(List<LedgerDraft> done, Instant at) {
        faults.check();
        for (LedgerDraft draft : done) {
            drafts.remove(Key.of(draft));
            if (!DraftId.isNumbered(draft)) {
                acknowledged.put(DraftId.of(draft), at);
            }
        }
    }

    @Override
    public void forget(Instant before) {
        faults.check();
        acknowledged.values().removeIf(at -> at.isBefore(before));
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
