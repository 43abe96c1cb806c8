// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.StoreConfig;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/**
 * The console's main. Prints {@code ready} and its address on one line of standard output when it
 * serves, and stops cleanly on SIGTERM. Exit status: 1 when it cannot start, 2 when the call or the
 * configuration was wrong; the reason is one line on standard error.
 */
@Command(
        name = "search-ui",
        description = "The console and the API of a deployment; `./perimeter up` starts it.",
        footer = "  java -cp CLASSPATH org.perimeter.search.SearchUi --config config.yaml")
public final class SearchUi {

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "the deployment's configuration")
    private Path config = Path.of("");

    private SearchUi() {}

    /** Starts the console. */
    public static void main(String[] args) {
        int status = CommandManner.run(new SearchUi(), console -> start(console.config), args);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int start(Path config) {
        ConfigFile file = ConfigFile.read(config);
        StoreConfig store = file.section("store", StoreConfig.class);
        // The record's constructor fills the prefix in.
        String prefix = Objects.requireNonNull(store.prefix());
        ConsoleProcess process =
                ConsoleProcess.start(
                        file, new ElasticStoresFactory(store.url(), prefix), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "console-stop"));
        System.out.println("ready " + process.address());
        return 0;
    }
}
