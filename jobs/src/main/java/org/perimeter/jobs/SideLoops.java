// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.perimeter.connectors.sources.IncidentFeed;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.intake.IncidentIntakeLoop;
import org.perimeter.jobs.ledger.Clerk;
import org.perimeter.jobs.retention.Eraser;
import org.perimeter.jobs.retention.RetentionLoop;
import org.perimeter.jobs.retention.Sweeper;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookCheck;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The loops that run beside the graph: retention first of all, and intake of incidents. */
final class SideLoops implements AutoCloseable {

    private static final Duration RETENTION_EVERY = Duration.ofSeconds(60);
    private static final long END_SECONDS = 10;

    private final ScheduledExecutorService threads;
    private final List<IncidentIntakeLoop> intakes;

    private SideLoops(ScheduledExecutorService threads, List<IncidentIntakeLoop> intakes) {
        this.threads = threads;
        this.intakes = intakes;
    }

    static SideLoops start(JobDeployment deployment, Stores stores) {
        Clock clock = deployment.stations().clock();
        ScheduledExecutorService threads =
                Executors.newScheduledThreadPool(
                        deployment.incidents().size() + 1, SideLoops::daemon);
        RetentionLoop retention = retention(deployment, stores);
        // What is due goes before anything new can come.
        retention.run();
        every(threads, RETENTION_EVERY, RETENTION_EVERY, retention::run);
        IncidentPayload payload =
                new IncidentPayload(KeyFolder.open(deployment.keys()).incidentSeal());
        List<IncidentIntakeLoop> intakes = new ArrayList<>();
        for (IncidentFeed feed : deployment.incidents()) {
            IncidentIntakeLoop intake =
                    new IncidentIntakeLoop(
                            feed.source(),
                            stores,
                            () -> rulebook(stores, deployment.stations()),
                            payload,
                            clock);
            intakes.add(intake);
            every(threads, Duration.ZERO, feed.period(), intake::run);
        }
        return new SideLoops(threads, intakes);
    }

    private static Optional<Rulebook> rulebook(Stores stores, Stations stations) {
        return stores.rulebooks()
                .current()
                .map(signed -> stations.rulebooks().read(signed, stations.clock().instant()))
                .filter(RulebookCheck.Valid.class::isInstance)
                .map(check -> ((RulebookCheck.Valid) check).rulebook());
    }

    private static RetentionLoop retention(JobDeployment deployment, Stores stores) {
        Stations stations = deployment.stations();
        Clerk clerk = new Clerk(stores.ledgerInbox(), "retention-" + stations.run());
        Eraser eraser =
                new Eraser(
                        stores,
                        IncidentKeys.of(KeyFolder.open(deployment.keys())),
                        stations.clock());
        return new RetentionLoop(
                stores, stations.rulebooks(), eraser, new Sweeper(stores, clerk), stations.clock());
    }

    private static void every(
            ScheduledExecutorService threads, Duration first, Duration period, Runnable loop) {
        ScheduledFuture<?> unused =
                threads.scheduleWithFixedDelay(
                        loop, first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable loop) {
        Thread thread = new Thread(loop, "side-loop");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean unused = threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        intakes.forEach(IncidentIntakeLoop::close);
    }
}
