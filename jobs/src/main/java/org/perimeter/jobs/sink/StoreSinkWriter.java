// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.jobs.retry.BackOff;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Hands batches to the store and decides what is written again, and what is a dead letter. */
final class StoreSinkWriter<T> extends AsyncSinkWriter<T, StoreEntry> {

    private static final Logger LOGGER = LoggerFactory.getLogger(StoreSinkWriter.class);

    private final StorePort<T> port;
    private final Stores stores;
    private final InstantSource clock;
    private final RecordCodec<T> codec;
    private final BackOff backOff = BackOff.ofStore();
    private final RecordCodec<DeadLetter> letterCodec = new RecordCodec<>(DeadLetter.class);

    StoreSinkWriter(
            ElementConverter<T, StoreEntry> converter,
            WriterInitContext context,
            AsyncSinkWriterConfiguration configuration,
            Collection<BufferedRequestState<StoreEntry>> state,
            StorePort<T> port,
            Stores stores,
            InstantSource clock) {
        super(
                converter,
                context,
                configuration,
                state,
                new SimpleBatchCreator<>(configuration.getMaxBatchSizeInBytes()),
                new DequeRequestBuffer<>());
        this.port = port;
        this.stores = stores;
        this.clock = clock;
        this.codec = new RecordCodec<>(port.recordType());
    }

    @Override
    protected void submitRequestEntries(
            List<StoreEntry> entries, ResultHandler<StoreEntry> handler) {
        List<StoreEntry> records = new ArrayList<>(entries.size());
        List<T> batch = new ArrayList<>(entries.size());
        List<DeadLetter> letters = new ArrayList<>();
        for (StoreEntry entry : entries) {
            if (entry.kind() == StoreEntry.Kind.RECORD) {
                records.add(entry);
                batch.add(codec.decode(entry.bytes()));
            } else if (entry.kind() == StoreEntry.Kind.DEAD_LETTER) {
                letters.add(letterCodec.decode(entry.bytes()));
            }
        }
        write(batch)
                .thenCompose(outcomes -> settle(records, batch, outcomes, letters))
                .whenComplete((again, failure) -> answer(entries, again, failure, handler));
    }

    private CompletionStage<List<WriteOutcome>> write(List<T> batch) {
        if (batch.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        try {
            return port.write(stores, batch);
        } catch (StoreException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What must be written again, once the dead letters of the batch are safe. */
    private CompletionStage<List<StoreEntry>> settle(
            List<StoreEntry> records,
            List<T> batch,
            List<WriteOutcome> outcomes,
            List<DeadLetter> oversized) {
        BatchVerdict verdict = BatchVerdict.of(batch, outcomes, port::documentId);
        List<StoreEntry> again = new ArrayList<>();
        for (int position : verdict.again()) {
            again.add(records.get(position));
        }
        List<DeadLetter> letters = new ArrayList<>(oversized);
        for (int position : verdict.poison()) {
            LOGGER.atError()
                    .addKeyValue("type", port.recordType().getSimpleName())
                    .addKeyValue("detail", outcomes.get(position).detail())
                    .log("the store refuses a record for good");
            DeadLetter letter =
                    port.deadLetter(
                            batch.get(position), DeadLetterReason.STORE_REJECTED, clock.instant());
            if (letter != null) {
                letters.add(letter);
            }
        }
        if (letters.isEmpty()) {
            return CompletableFuture.completedFuture(again);
        }
        // When the letters cannot be written the whole batch is, again: that is safe.
        return stores.deadLetters().write(letters).thenApply(written -> again);
    }

    private void answer(
            List<StoreEntry> entries,
            @Nullable List<StoreEntry> again,
            @Nullable Throwable failure,
            ResultHandler<StoreEntry> handler) {
        if (failure != null) {
            StoreException retryable = retryable(failure);
            if (retryable == null) {
                handler.completeExceptionally(new IllegalStateException("store failed", failure));
                return;
            }
            later(entries, handler, "store cannot be reached");
        } else if (again != null && !again.isEmpty()) {
            later(again, handler, "store is overloaded");
        } else {
            backOff.succeeded();
            handler.complete();
        }
    }

    private void later(
            List<StoreEntry> entries, ResultHandler<StoreEntry> handler, String message) {
        Duration wait = backOff.failed();
        LOGGER.atWarn()
                .addKeyValue("type", port.recordType().getSimpleName())
                .addKeyValue("records", entries.size())
                .addKeyValue("retryAfter", wait)
                .log(message);
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> handler.retryForEntries(entries));
    }

    private static @Nullable StoreException retryable(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof StoreException store && store.retryable() ? store : null;
    }

    @Override
    protected long getSizeInBytes(StoreEntry entry) {
        return entry.bytes().length;
    }

    @Override
    public void close() {
        super.close();
        stores.close();
    }
}
