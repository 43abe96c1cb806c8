// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.launcher.demo.ConsoleClient;
import org.perimeter.launcher.demo.DemoConfig;
import org.perimeter.launcher.demo.DemoFolder;
import org.perimeter.launcher.deployment.FolderTree;
import org.perimeter.launcher.deployment.LocalDeployment;
import org.perimeter.launcher.measured.MeasuredIncident;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.webhook.WebhookReceiver;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs a deployment of its own, serves posts to it, kills its processes, and judges the outcome.
 */
public final class ChaosRun {

    private static final String CASE = "EX-2026-9002";
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration END_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STEP = Duration.ofMillis(20);

    private final ChaosPlan plan;
    private final Installation installation;
    private final Clock clock;
    private final Consumer<String> told;
    private final Town town = Town.invented(Town.DEFAULT).orElseThrow();

    public ChaosRun(ChaosPlan plan, Installation installation, Clock clock, Consumer<String> told) {
        this.plan = plan;
        this.installation = installation;
        this.clock = clock;
        this.told = told;
    }

    /** Runs to the end; what it leaves is removed when nothing was lost, else named. */
    public ChaosVerdict run() throws IOException, InterruptedException {
        Files.createDirectories(installation.var());
        Path folder = Files.createTempDirectory(installation.var(), "chaos-");
        String secret = WebhookReceiver.newSecret();
        Heard heard = new Heard();
        ChaosVerdict verdict;
        try (ReplayingPlatform platform = new ReplayingPlatform();
                DemoFolder governed = DemoFolder.take(folder);
                WebhookReceiver receiver = WebhookReceiver.start(0, secret, heard, clock)) {
            governed.govern(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
            governed.share(secret);
            governed.settle(town);
            DemoConfig config =
                    new DemoConfig(freePort(), freePort(), platform.listen(), 1, receiver.url());
            Path file = governed.configure(config);
            try (LocalDeployment deployment =
                            new LocalDeployment(
                                    file, installation, governed.path(), told, List.of());
                    Stores stores =
                            new ElasticStoresFactory(config.storeUrl(), DemoConfig.PREFIX).open()) {
                deployment.startStore(installation, governed.nodeData());
                deployment.startProcesses();
                verdict = play(deployment, stores, governed, platform, heard);
            }
        }
        if (verdict.isWhole()) {
            FolderTree.remove(folder);
        } else {
            told.accept(verdict.wrong());
            told.accept("logs, keys and ledger of this run: " + folder);
        }
        return verdict;
    }

    private ChaosVerdict play(
            LocalDeployment deployment,
            Stores stores,
            DemoFolder governed,
            ReplayingPlatform platform,
            Heard heard)
            throws IOException {
        ConsoleClient console = new ConsoleClient(deployment.consoleUrl());
        String incident =
                console.open(
                        MeasuredIncident.feature(
                                "chaos",
                                town.places().get(MeasuredIncident.PLACE).point(),
                                CASE,
                                clock.instant()));
        // The job learns of the incident a moment after the console does.
        LockSupport.parkNanos(SETTLE.toNanos());
        StoredReports stored =
                new StoredReports(
                        stores, IncidentKeys.of(KeyFolder.open(governed.keys())), incident);
        Chronicle chronicle = new Chronicle(clock, (event, at) -> platform.serve(at, event));
        Analyst analyst = new Analyst(console, incident, CASE, told);
        Load load = new Load(chronicle, plan, System.nanoTime());
        Killer killer = new Killer(plan.seed(), plan.kills(), plan.span(), System.nanoTime());
        Recoveries recoveries = new Recoveries();
        analyst.start();
        told.accept("serving posts and killing processes");
        while (!load.isOver(System.nanoTime()) || !killer.isDone() || recoveries.since() != null) {
            deployment.requireAlive();
            load.serve(System.nanoTime());
            if (recoveries.since() != null) {
                recovered(recoveries, chronicle, stored, analyst);
            } else if (killer.isDue(System.nanoTime())) {
                recoveries.begin(System.nanoTime());
                told.accept(
                        "killed "
                                + String.join(
                                        " and ",
                                        killer.strike(deployment.children(), System.nanoTime())));
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        load.finish();
        analyst.close();
        StoredReports.Truth truth = settle(deployment, stored, chronicle);
        deployment.stopNewest();
        awaitDrained(stored);
        deployment.stopNewest();
        return new ChaosVerdict(
                plan,
                killer.killed(),
                recoveries.json(),
                truth,
                LogTruth.of(governed, analyst),
                analyst.failed(),
                heard);
    }

    private static void recovered(
            Recoveries recoveries, Chronicle chronicle, StoredReports stored, Analyst analyst) {
        Long since = recoveries.since();
        if (since == null || analyst.answeredNanos() - since < 0) {
            return;
        }
        long killedAgo = System.nanoTime() - since;
        List<Chronicle.Report> reports = chronicle.reports();
        Chronicle.Report newest = reports.isEmpty() ? null : reports.get(reports.size() - 1);
        if (newest == null) {
            return;
        }
        // Any report that was served after the kill will do: look at those of the time since.
        for (int i = reports.size() - 1; i >= 0; i--) {
            Chronicle.Report report = reports.get(i);
            Duration before = Duration.between(report.servedAt(), newest.servedAt());
            if (before.toNanos() > killedAgo - Duration.ofSeconds(1).toNanos()) {
                return;
            }
            if (stored.holds(report)) {
                recoveries.end(System.nanoTime());
                return;
            }
        }
    }

    private StoredReports.Truth settle(
            LocalDeployment deployment, StoredReports stored, Chronicle chronicle) {
        long end = System.nanoTime() + END_PATIENCE.toNanos();
        StoredReports.Truth truth = stored.compare(chronicle.reports());
        while (!truth.isWhole() && System.nanoTime() < end) {
            deployment.requireAlive();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            truth = stored.compare(chronicle.reports());
        }
        awaitDrained(stored);
        return truth;
    }

    private static void awaitDrained(StoredReports stored) {
        long end = System.nanoTime() + END_PATIENCE.toNanos();
        while (!stored.isDrained() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
