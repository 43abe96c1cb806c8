// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Faults that a test asks of one fake port; without any, every write is applied. Thread-safe. */
public final class WriteFaults {

    private final Deque<Result> perDocument = new ArrayDeque<>();
    private int failingCalls;
    private boolean down;

    /** The next so many documents are answered RETRY and not applied. */
    public synchronized void retryNext(int documents) {
        add(Result.RETRY, documents);
    }

    /** The next so many documents are answered POISON and not applied. */
    public synchronized void poisonNext(int documents) {
        add(Result.POISON, documents);
    }

    /** The next so many batches fail whole with a retryable {@link StoreException}. */
    public synchronized void throwNext(int calls) {
        failingCalls += calls;
    }

    /** Until {@link #up()}, every call fails with a retryable {@link StoreException}. */
    public synchronized void down() {
        down = true;
    }

    /** Ends {@link #down()}. */
    public synchronized void up() {
        down = false;
    }

    /**
     * Checks a call that is not a batch.
     *
     * @throws StoreException while the port is down
     */
    synchronized void check() {
        if (down) {
            throw new StoreException("the fake store is down", true, null);
        }
    }

    /** Applies a batch document by document, except where a fault is due. */
    synchronized <T> CompletionStage<List<WriteOutcome>> apply(
            List<T> batch, Function<T, String> id, Function<T, WriteOutcome> write) {
        if (down || failingCalls > 0) {
            failingCalls = Math.max(0, failingCalls - 1);
            return CompletableFuture.failedFuture(
                    new StoreException("the fake store is down", true, null));
        }
        List<WriteOutcome> outcomes = new ArrayList<>(batch.size());
        for (T item : batch) {
            Result fault = perDocument.poll();
            outcomes.add(
                    fault == null
                            ? write.apply(item)
                            : new WriteOutcome(id.apply(item), fault, "injected_fault"));
        }
        return CompletableFuture.completedFuture(outcomes);
    }

    private void add(Result fault, int times) {
        for (int i = 0; i < times; i++) {
            perDocument.add(fault);
        }
    }
}
