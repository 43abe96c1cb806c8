// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands outages to the ledger through the store's inbox, where the ledger's one writer finds them.
 * The store may be what was away: an outage waits here until the inbox has taken it.
 */
public final class OutageBook implements Consumer<Outage>, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutageBook.class);
    private static final String RULE = "AUD-01";
    private static final String ACTOR = "launcher";
    private static final long TRY_EVERY_MILLIS = 1_000;
    private static final long ANSWER_SECONDS = 5;
    private static final long END_SECONDS = 10;

    private final ObjectMapper json = new ObjectMapper();
    private final String producer = "launcher-" + UUID.randomUUID();
    private final Deque<LedgerDraft> waiting = new ArrayDeque<>();
    private final StoresFactory factory;
    private final ScheduledExecutorService thread;
    private @Nullable ScheduledFuture<?> rounds;
    private @Nullable Stores stores;
    private long sequence;

    /**
     * @param factory opens the store, once there is something to tell
     */
    public OutageBook(StoresFactory factory) {
        this.factory = factory;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread daemon = new Thread(task, "outage-book");
                            daemon.setDaemon(true);
                            return daemon;
                        });
    }

    /** Notes an outage; it reaches the inbox as soon as that answers. */
    @Override
    public synchronized void accept(Outage outage) {
        sequence++;
        waiting.add(
                new LedgerDraft(
                        producer,
                        sequence,
                        LedgerEntryType.OUTAGE,
                        outage.to(),
                        RULE,
                        "",
                        Outcome.DROP,
                        ACTOR,
                        payload(outage)));
        if (rounds == null && !thread.isShutdown()) {
            rounds =
                    thread.scheduleWithFixedDelay(
                            this::handIn, 0, TRY_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Tries once more; what the inbox does not take now is lost, and said to be. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            boolean unused = thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        handIn();
        synchronized (this) {
            if (!waiting.isEmpty()) {
                LOGGER.atError()
                        .addKeyValue("outages", waiting.size())
                        .log("outages could not be handed to the ledger");
                waiting.clear();
            }
            if (stores != null) {
                stores.close();
                stores = null;
            }
        }
    }

    private synchronized void handIn() {
        if (waiting.isEmpty()) {
            return;
        }
        List<LedgerDraft> drafts = List.copyOf(waiting);
        try {
            if (stores == null) {
                stores = factory.open();
            }
            List<WriteOutcome> outcomes =
                    stores.ledgerInbox()
                            .write(drafts)
                            .toCompletableFuture()
                            .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                            .join();
            for (WriteOutcome outcome : outcomes) {
                if (outcome.result() != WriteOutcome.Result.OK) {
                    // In order: the ledger takes no draft before the one in front of it.
                    return;
                }
                waiting.remove();
            }
        } catch (StoreException | CompletionException e) {
            LOGGER.atWarn()
                    .addKeyValue("outages", drafts.size())
                    .addKeyValue("retryAfterMillis", TRY_EVERY_MILLIS)
                    .log("the ledger inbox cannot be reached");
        }
    }

    /** Sorted, and nothing but plain text and a small number: that is canonical. */
    private String payload(Outage outage) {
        Map<String, Object> details =
                new TreeMap<>(
                        Map.of(
                                "from", outage.from().toString(),
                                "process", outage.process(),
                                "starts", outage.starts(),
                                "to", outage.to().toString()));
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }
}
