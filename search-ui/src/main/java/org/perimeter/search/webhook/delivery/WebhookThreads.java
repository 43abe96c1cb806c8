// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.search.access.AuditUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One thread per endpoint, so that none waits for another, and one that numbers. */
public final class WebhookThreads implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(WebhookThreads.class);

    /** For attempts under way to end by themselves, and then for them to be broken off. */
    private static final long GENTLE_SECONDS = 3;

    private final List<EndpointWorker> workers;
    private final HttpSender sender;
    private final ScheduledExecutorService threads;
    private final List<ScheduledFuture<?>> rounds = new ArrayList<>();

    public WebhookThreads(List<EndpointWorker> workers, HttpSender sender) {
        this.workers = List.copyOf(workers);
        this.sender = sender;
        this.threads =
                Executors.newScheduledThreadPool(
                        workers.size() + 1, task -> new Thread(task, "webhooks"));
    }

    /** Starts all rounds, each again after a pause. */
    public void start(OutboxLoop outbox, Duration pause) {
        again(outbox::round, pause);
        for (EndpointWorker worker : workers) {
            again(worker::deliverDue, pause);
        }
    }

    @Override
    public void close() {
        rounds.forEach(round -> round.cancel(false));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GENTLE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                sender.close();
                if (!threads.awaitTermination(GENTLE_SECONDS, TimeUnit.SECONDS)) {
                    LOGGER.atWarn().log("a webhook attempt does not end");
                }
            }
            for (EndpointWorker worker : workers) {
                worker.release();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            // The leases run out by themselves.
            LOGGER.atWarn().setCause(e).log("a webhook lease was not given back");
        } finally {
            sender.close();
        }
    }

    private void again(Runnable round, Duration pause) {
        rounds.add(
                threads.scheduleWithFixedDelay(
                        new Round(round), 0, pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** A round that survives what fails in it, and says so once until it works again. */
    private static final class Round implements Runnable {

        private final Runnable work;
        private boolean failing;

        Round(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
                failing = false;
            } catch (StoreException | AuditUnavailableException e) {
                if (!failing) {
                    LOGGER.atWarn().setCause(e).log("webhooks wait: something they need is down");
                }
                failing = true;
            } catch (RuntimeException e) {
                // The executor would silently never run it again.
                LOGGER.atError().setCause(e).log("a round of webhook delivery failed");
            }
        }
    }
}
