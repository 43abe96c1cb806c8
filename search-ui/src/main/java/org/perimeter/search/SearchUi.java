// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.StoreConfig;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/**
 * The console's main: {@code SearchUi --config FILE}. Prints {@code ready} and its address on one
 * line of standard output when it serves, and stops cleanly on SIGTERM. Exit status: 1 when it
 * cannot start now, 2 when the call or the configuration was wrong, so that it never will; the
 * reason is one line on standard error.
 */
public final class SearchUi {

    private SearchUi() {}

    /** Starts the console. */
    public static void main(String[] args) {
        if (args.length != 2 || !args[0].equals("--config")) {
            System.err.println("usage: SearchUi --config FILE");
            System.exit(2);
        }
        try {
            ConfigFile file = ConfigFile.read(Path.of(args[1]));
            StoreConfig store = file.section("store", StoreConfig.class);
            // The record's constructor fills the prefix in.
            String prefix = Objects.requireNonNull(store.prefix());
            ConsoleProcess process =
                    ConsoleProcess.start(
                            file, new ElasticStoresFactory(store.url(), prefix), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(process::close, "console-stop"));
            System.out.println("ready " + process.address());
        } catch (ConfigException e) {
            System.err.println("search-ui: " + e.getMessage());
            System.exit(2);
        } catch (StartException e) {
            System.err.println("search-ui: " + e.getMessage());
            System.exit(1);
        }
    }
}
