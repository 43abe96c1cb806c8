// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.LocalDeployment;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.supervision.LifeSign;
import org.perimeter.policy.config.ConfigFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs a deployment with the user's own sources, incidents and rulebook. A process that ends by
 * itself is started again; only when that is hopeless does the command end.
 */
@Command(
        name = "up",
        description = "Runs everything with your own sources, incidents and rulebook.",
        footer = "  ./perimeter up --config config.yaml")
public final class UpCommand implements Callable<Integer> {

    private static final long WATCH_SECONDS = 1;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "the deployment's configuration; see config.sample.yaml")
    private Path config = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        Told told = Told.standardError(InstantSource.system());
        Installation installation = Installation.here();
        Path file = config.toAbsolutePath().normalize();
        ConfigFile.read(file);
        Path logs = installation.var().resolve("up");
        try (LocalDeployment deployment =
                new LocalDeployment(file, installation, logs, told, List.of())) {
            deployment.startStore(
                    installation, file.resolveSibling("state").resolve("elasticsearch"));
            deployment.startProcesses();
            deployment.keep(new LifeSign(logs.resolve("alive"), InstantSource.system()));
            told.accept("console and API: " + deployment.consoleUrl());
            told.accept("logs: " + logs + "; Ctrl-C stops everything");
            CountDownLatch never = new CountDownLatch(1);
            while (!never.await(WATCH_SECONDS, TimeUnit.SECONDS)) {
                deployment.requireAlive();
            }
        }
        return 0;
    }
}
