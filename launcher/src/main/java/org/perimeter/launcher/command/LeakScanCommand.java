// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.launcher.leak.LeakReport;
import org.perimeter.launcher.leak.LeakScan;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.command.WrongCallException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.KeysConfig;
import org.perimeter.policy.config.StoreConfig;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;

/** Looks for what names people in the store of a running deployment. */
@Command(
        name = "leakscan",
        description = {
            "Looks through stored posts, chosen at random, for handles, phone numbers, mail"
                    + " addresses, links, plates and the platforms' own ids of authors and posts.",
            "Prints counts by kind, never a text. Ends with 1 when it finds anything."
        },
        footer = "  ./perimeter leakscan --config config.yaml")
public final class LeakScanCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "the deployment's configuration, which names store and keys")
    private Path config = Path.of("");

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "1000",
            description = "how many are looked at, at most (${DEFAULT-VALUE})")
    private int documents = 1_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "chooses the same documents again; by chance when left out")
    private long seed = System.nanoTime();

    @Override
    public Integer call() {
        if (documents < 1 || documents > MOST) {
            throw new WrongCallException("--documents: 1 to " + MOST);
        }
        ConfigFile file = ConfigFile.read(config.toAbsolutePath().normalize());
        StoreConfig store = file.section("store", StoreConfig.class);
        Path keys = file.resolve(file.section("keys", KeysConfig.class).folder());
        try (Stores stores =
                new ElasticStoresFactory(store.url(), Objects.requireNonNull(store.prefix()))
                        .open()) {
            LeakReport report =
                    new LeakScan(stores, IncidentKeys.of(KeyFolder.open(keys)))
                            .scan(documents, new Random(seed));
            report.lines().forEach(System.out::println);
            return report.found() == 0 ? 0 : 1;
        } catch (StoreException e) {
            throw new LauncherException(
                    "the store at " + store.url() + " does not answer; is the deployment running?",
                    e);
        }
    }
}
