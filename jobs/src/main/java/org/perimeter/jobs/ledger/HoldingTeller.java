// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.LedgerWatch;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.controls.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tells every second since when the job holds drafts back, on a thread of its own: a checkpoint
 * that does not come about holds up whoever waits for it.
 */
final class HoldingTeller implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(HoldingTeller.class);
    private static final long EVERY_SECONDS = 1;

    private final Stores stores;
    private final String producer;
    private final Holding holding;
    private final ScheduledExecutorService thread;
    private @Nullable Instant told;
    private boolean hasTold;

    HoldingTeller(Stores stores, String producer, Holding holding) {
        this.stores = stores;
        this.producer = producer;
        this.holding = holding;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread daemon = new Thread(task, "drafts-held");
                            daemon.setDaemon(true);
                            return daemon;
                        });
    }

    void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::tell, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Tells once, when there is anything new. */
    @Control("AUD-01")
    void tell() {
        try {
            LedgerWatch watch = stores.ledgerWatch();
            Instant since = holding.since(watch.handedIn(producer));
            if (!hasTold || !Objects.equals(since, told)) {
                watch.holds(LedgerWatch.JOBS, since);
                told = since;
                hasTold = true;
            }
        } catch (StoreException e) {
            // The ledger's heartbeat cannot be read either, and collection stops for want of it.
            LOGGER.atWarn().addKeyValue("retryable", e.retryable()).log("drafts held, not told");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            boolean unused = thread.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stores.close();
    }
}
