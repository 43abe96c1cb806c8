// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Drains the inbox again and again on a thread of its own, until closed. */
public final class InboxLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(InboxLoop.class);

    private static final long STOP_SECONDS = 15;

    private final ScheduledExecutorService executor;
    private final ScheduledFuture<?> rounds;

    private InboxLoop(ScheduledExecutorService executor, ScheduledFuture<?> rounds) {
        this.executor = executor;
        this.rounds = rounds;
    }

    /**
     * Starts draining.
     *
     * @param pause between two rounds; much less than the seconds of rule AUD-01
     */
    public static InboxLoop start(InboxDrain drain, Duration pause) {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(
                        task -> new Thread(task, "ledger-inbox"));
        return new InboxLoop(
                executor,
                executor.scheduleWithFixedDelay(
                        () -> round(drain), 0, pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Finishes the round that runs, then stops. Close it before the sequencer. */
    @Override
    public void close() {
        rounds.cancel(false);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static void round(InboxDrain drain) {
        try {
            drain.drain();
        } catch (RuntimeException e) {
            // The executor would silently never run it again.
            LOGGER.atError().setCause(e).log("draining the ledger inbox failed");
        }
    }
}
