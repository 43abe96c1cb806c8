// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.demo;

import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.judge.OpenedIncident;
import org.perimeter.connectors.exercise.judge.Run;
import org.perimeter.connectors.exercise.judge.Scoring;
import org.perimeter.connectors.exercise.judge.StoreObserver;
import org.perimeter.connectors.exercise.judge.WebhookCount;
import org.perimeter.connectors.exercise.scenario.ActivityWriter;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.Timeline;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.launcher.deployment.LocalDeployment;
import org.perimeter.launcher.leak.LeakScan;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.launcher.webhook.WebhookReceiver;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.verify.LogVerification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Plays the exercise on a running deployment and scores it. */
public final class DemoRun {

    private static final String REPORT = "report.html";
    private static final Duration LEAD = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_CHANGES = 10_000;
    private static final int LEAK_SAMPLE = 1_000;

    private final DemoFolder folder;
    private final LocalDeployment deployment;
    private final Stores stores;
    private final Town town;
    private final TownPlaces places;
    private final Exercise exercise;
    private final ConsoleClient console;
    private final Consumer<String> told;
    private final Clock clock;
    private final WebhookReceiver receiver;
    private boolean moved;
    private int searches;
    private int receipts;

    /**
     * @param folder of the demo
     * @param deployment with all processes running
     * @param stores the deployment's store, as the judge sees it
     * @param town in which the exercise takes place
     * @param exercise to play
     * @param told hears what is being done
     * @param clock wall clock
     * @param receiver is told of alerts
     */
    public DemoRun(
            DemoFolder folder,
            LocalDeployment deployment,
            Stores stores,
            Town town,
            Exercise exercise,
            Consumer<String> told,
            Clock clock,
            WebhookReceiver receiver) {
        this.folder = folder;
        this.deployment = deployment;
        this.stores = stores;
        this.town = town;
        this.places = town.places();
        this.exercise = exercise;
        this.console = new ConsoleClient(deployment.consoleUrl());
        this.told = told;
        this.clock = clock;
        this.receiver = receiver;
    }

    /**
     * Plays the exercise to its end.
     *
     * @param speed how many seconds of it pass in one
     * @param capturedEvents events of real networks that are served meanwhile
     * @param stopAfterwards whether everything is stopped before the ledger is verified
     * @throws LauncherException when a process ends or the exercise was not read to its end
     */
    public Outcome play(double speed, int capturedEvents, boolean stopAfterwards)
            throws IOException {
        Timeline timeline = publish(speed);
        told.accept(
                "playing "
                        + exercise.lines().size()
                        + " acts in "
                        + town.city().name()
                        + ", "
                        + exercise.length().toMinutes()
                        + " minutes in "
                        + exercise.length().dividedBy((long) Math.max(1, speed)).toSeconds()
                        + " s");
        IncidentDriver driver =
                new IncidentDriver(console, places, timeline, exercise.incidents(), clock);
        StoreObserver observer = new StoreObserver(stores.posts(), clock);
        Quiet quiet = new Quiet(stores.tallies(), exercise, timeline);
        while (!quiet.isOver(clock.instant())) {
            deployment.requireAlive();
            for (OpenedIncident incident : driver.openDue()) {
                told.accept("incident open: " + incident.plan().title());
                observer.watch(incident.incidentId());
            }
            if (observer.look() && !moved) {
                moved = true;
                told.accept("the first posts are on the map");
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        quiet.requireComplete();
        search(driver.opened());
        Scoring scoring =
                Scoring.collect(
                        exercise,
                        places,
                        timeline,
                        stores,
                        IncidentKeys.of(KeyFolder.open(folder.keys())),
                        driver.opened(),
                        observer);
        int leaks =
                new LeakScan(stores, IncidentKeys.of(KeyFolder.open(folder.keys())))
                        .scan(LEAK_SAMPLE, new Random())
                        .found();
        driver.closeAll();
        settle(stopAfterwards);
        LogVerification ledger = verify();
        Run run =
                new Run(
                        Duration.between(timeline.firstRead(), quiet.lastChange()),
                        ledger,
                        searches,
                        receipts,
                        leaks,
                        capturedEvents,
                        folder.path().resolve(REPORT),
                        folder.path().resolve("scores.json"),
                        new WebhookCount(receiver.delivered(), receiver.verified()));
        return new Outcome(scoring.score(run), ledger);
    }

    /** Lets the source find the posts at the very moment at which the timeline begins. */
    private Timeline publish(double speed) throws IOException {
        Path unpublished = folder.posts().resolveSibling("posts.part");
        Duration lead = LEAD;
        Timeline timeline = write(unpublished, speed, lead);
        while (!clock.instant().isBefore(timeline.firstRead())) {
            // The machine is so busy that the writing took longer than that.
            lead = lead.multipliedBy(2);
            timeline = write(unpublished, speed, lead);
        }
        while (clock.instant().isBefore(timeline.firstRead())) {
            LockSupport.parkNanos(
                    Duration.between(clock.instant(), timeline.firstRead()).toNanos());
        }
        Files.move(unpublished, folder.posts(), StandardCopyOption.ATOMIC_MOVE);
        return timeline;
    }

    private Timeline write(Path file, double speed, Duration lead) throws IOException {
        Timeline timeline = new Timeline(clock.instant().plus(lead), exercise.length(), speed);
        new ActivityWriter(places).write(exercise, timeline, file);
        return timeline;
    }

    private void search(List<OpenedIncident> incidents) {
        for (OpenedIncident incident : incidents) {
            searches++;
            OptionalLong leaf =
                    console.search(
                            incident.incidentId(),
                            IncidentDriver.caseNumber(incident.plan()),
                            "shots");
            receipts += leaf.isPresent() ? 1 : 0;
        }
    }

    /**
     * Waits until the ledger holds everything and keeps the oversight report; stops jobs before and
     * the console after it, if asked to.
     */
    private void settle(boolean stop) throws IOException {
        awaitDrained();
        if (stop) {
            deployment.stopNewest();
            awaitDrained();
            awaitTold();
        }
        Files.write(folder.path().resolve(REPORT), console.document("/report"));
        Files.write(folder.path().resolve("report.json"), console.document("/api/v1/report"));
        if (stop) {
            deployment.stopNewest();
        }
    }

    private void awaitDrained() {
        Instant deadline = clock.instant().plus(DRAIN_PATIENCE);
        while (!stores.ledgerInbox().waiting(1).isEmpty()) {
            if (clock.instant().isAfter(deadline)) {
                throw new LauncherException("audit entries wait and nobody takes them up");
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** Waits until the receiver was told of every change of an alert, or is not told any more. */
    private void awaitTold() {
        stores.alertOutbox().number(MOST_CHANGES);
        long last = stores.alertOutbox().last();
        Instant deadline = clock.instant().plus(DRAIN_PATIENCE);
        while (!isSettled(last) && clock.instant().isBefore(deadline)) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private boolean isSettled(long number) {
        return stores.webhooks()
                .find(DemoConfig.WEBHOOK)
                .filter(state -> state.cursor() >= number)
                .isPresent();
    }

    private LogVerification verify() throws IOException {
        return LedgerVerifier.of(KeyFolder.open(folder.keys()).ledgerKey())
                .verify(new DirectoryTiles(folder.ledger()), null);
    }

    /**
     * How it went.
     *
     * @param summary one JSON object on one line
     * @param ledger whether the ledger verifies
     */
    public record Outcome(String summary, LogVerification ledger) {}
}
