// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.exercise.capture.JetstreamReplay;
import org.perimeter.connectors.exercise.city.CityGenerator;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.Script;
import org.perimeter.connectors.exercise.script.ExerciseFolder;
import org.perimeter.connectors.exercise.script.ScriptReader;
import org.perimeter.connectors.exercise.staging.ExerciseStage;
import org.perimeter.connectors.exercise.staging.Staging;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.launcher.demo.DemoConfig;
import org.perimeter.launcher.demo.DemoFolder;
import org.perimeter.launcher.demo.DemoRun;
import org.perimeter.launcher.deployment.LocalDeployment;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.launcher.webhook.Received;
import org.perimeter.launcher.webhook.WebhookReceiver;
import org.perimeter.policy.command.WrongCallException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs the whole system on the exercise in the synthetic city. */
@Command(
        name = "demo",
        description = {
            "The whole system on this machine, on bundled scenarios in a synthetic city.",
            "With --once it ends with them and prints a JSON summary, scored against the truth."
        },
        footer = "  ./perimeter demo --once --speed 120")
public final class DemoCommand implements Callable<Integer> {

    private static final int FASTEST = 600;
    private static final long WATCH_SECONDS = 1;

    /** In a minute the optimizing compiler costs more than it can bring. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

    @Option(names = "--once", description = "end when the scenarios do")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "of the console on 127.0.0.1; 0 for a free one (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "60",
            description = "seconds of the exercise in one second, 1 to 600 (${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description = "play the packs of a folder instead (docs/exercise.md)")
    private @Nullable Path pack;

    @Option(
            names = "--places",
            paramLabel = "FOLDER",
            description = "the town of --pack, as `geo import` writes it")
    private @Nullable Path places;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "varies times, authors and ordinary posts; without it all is as written")
    private @Nullable Long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(speed >= 1 && speed <= FASTEST)) {
            throw new WrongCallException("--speed must be 1 to " + FASTEST);
        }
        if (port < 0 || port > 65_535) {
            throw new WrongCallException("--port must be 0 to 65535");
        }
        Installation installation = Installation.here();
        Clock clock = Clock.systemUTC();
        Told told = Told.standardError(clock);
        Town town = town();
        Script script = script(town);
        String secret = WebhookReceiver.newSecret();
        // Written while the processes start.
        CompletableFuture<Exercise> writing =
                CompletableFuture.supplyAsync(
                        () -> new ExerciseStage(town, script).play(staging()));
        try (DemoFolder folder = DemoFolder.take(installation.var().resolve("demo"));
                JetstreamReplay capture = JetstreamReplay.ofCapture();
                WebhookReceiver receiver =
                        WebhookReceiver.start(
                                0, secret, received -> tellOf(received, told), clock)) {
            folder.govern(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
            folder.share(secret);
            folder.settle(town);
            DemoConfig config =
                    new DemoConfig(
                            freePort(),
                            // Chosen here, so that a console that is started again is found again.
                            port == 0 ? freePort() : port,
                            capture.start(0),
                            speed,
                            receiver.url());
            Path file = folder.configure(config);
            try (LocalDeployment deployment =
                    new LocalDeployment(file, installation, folder.path(), told, SHORT_LIVED)) {
                deployment.startStore(installation, folder.nodeData());
                deployment.startProcesses();
                tellWhere(told, deployment, folder);
                try (Stores stores =
                        new ElasticStoresFactory(config.storeUrl(), DemoConfig.PREFIX).open()) {
                    DemoRun run =
                            new DemoRun(
                                    folder,
                                    deployment,
                                    stores,
                                    town,
                                    writing.join(),
                                    told,
                                    clock,
                                    receiver);
                    DemoRun.Outcome outcome = run.play(speed, capture.size(), once);
                    finish(outcome, deployment, told);
                } catch (RuntimeException e) {
                    // Whatever fails while a person stops everything fails because of that.
                    if (!deployment.isStopping()) {
                        throw e;
                    }
                }
            }
        }
        return 0;
    }

    private Town town() throws IOException {
        if (pack == null) {
            if (places != null) {
                throw new WrongCallException("--places belongs to --pack");
            }
            return Town.invented(Town.DEFAULT).orElseThrow();
        }
        if (!Files.isDirectory(pack)) {
            throw new WrongCallException("--pack: no folder " + pack);
        }
        return new ExerciseFolder(pack, places).town();
    }

    private Script script(Town town) {
        return pack == null
                ? ScriptReader.bundled(town)
                : new ExerciseFolder(pack, places).script(town);
    }

    private Staging staging() {
        return seed == null ? Staging.asWritten(CityGenerator.SEED) : Staging.varied(seed);
    }

    private void finish(DemoRun.Outcome outcome, LocalDeployment deployment, Told told)
            throws InterruptedException {
        if (once) {
            System.out.println(outcome.summary());
        } else {
            told.accept(outcome.summary());
        }
        if (!outcome.ledger().ok()) {
            throw new LauncherException(
                    "the ledger does not verify: " + outcome.ledger().problem());
        }
        if (!once) {
            told.accept("the exercise is over; Ctrl-C stops everything");
            CountDownLatch never = new CountDownLatch(1);
            while (!never.await(WATCH_SECONDS, TimeUnit.SECONDS)) {
                deployment.requireAlive();
            }
        }
    }

    private static void tellWhere(Told told, LocalDeployment deployment, DemoFolder folder) {
        told.accept("open this in a browser: " + deployment.consoleUrl());
        told.accept("oversight report: " + deployment.consoleUrl() + "/report");
        told.accept("logs, keys, rulebook and ledger: " + folder.path());
    }

    /** New alerts and whatever is wrong; the rest is counted. */
    private static void tellOf(Received received, Told told) {
        if (!received.verified() || received.type().equals("alert.created")) {
            told.accept("webhook " + received.line());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
