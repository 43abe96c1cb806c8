// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does a part of the ledger's work again and again on a thread of its own, until closed. */
public final class LedgerLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LedgerLoop.class);

    private static final long STOP_SECONDS = 15;

    private final ScheduledExecutorService executor;
    private final ScheduledFuture<?> rounds;

    private LedgerLoop(ScheduledExecutorService executor, ScheduledFuture<?> rounds) {
        this.executor = executor;
        this.rounds = rounds;
    }

    /**
     * Starts the rounds.
     *
     * @param name of the thread
     * @param pause between two rounds; much less than the seconds of rule AUD-01
     */
    public static LedgerLoop start(String name, Runnable round, Duration pause) {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
        return new LedgerLoop(
                executor,
                executor.scheduleWithFixedDelay(
                        () -> once(name, round), 0, pause.toMillis(), TimeUnit.MILLISECONDS));
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

    private static void once(String name, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            // The executor would silently never run it again.
            LOGGER.atError().addKeyValue("round", name).setCause(e).log("a round failed");
        }
    }
}
