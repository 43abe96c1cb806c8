// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.launcher.demo.DemoFolder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Fresh keys, a fresh ledger and a rulebook signed with them, beside data that may be older. */
final class BenchFolder implements AutoCloseable {

    private final DemoFolder governed;

    private BenchFolder(DemoFolder governed) {
        this.governed = governed;
    }

    /** A folder of its own for one run, below the given one. */
    static Path temporary(Path var) throws IOException {
        Files.createDirectories(var);
        return Files.createTempDirectory(var, "bench-");
    }

    /**
     * Prepares a deployment in a folder.
     *
     * @throws org.perimeter.launcher.process.LauncherException when another measurement uses it
     */
    static BenchFolder in(Path folder, Clock clock) throws IOException {
        DemoFolder governed = DemoFolder.take(folder.resolve("deployment"));
        governed.govern(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        return new BenchFolder(governed);
    }

    /** Writes the configuration of a console over this store, and says where. */
    Path config(String storeUrl, String prefix) throws IOException {
        return Files.writeString(
                governed.path().resolve("config.yaml"),
                String.join(
                        "\n",
                        "store: { url: \"" + storeUrl + "\", prefix: " + prefix + " }",
                        "keys: { folder: keys }",
                        "rulebook: { folder: rulebook }",
                        "console: { host: 127.0.0.1, port: 0, ledger: ledger }",
                        ""));
    }

    /**
     * Makes the city its jurisdiction and writes the configuration of all processes.
     *
     * @param platform where posts are served, over the Jetstream wire
     */
    Path config(Town town, String platform) throws IOException {
        governed.settle(town);
        return Files.writeString(
                governed.path().resolve("config.yaml"),
                String.join(
                        "\n",
                        "store: { url: \"http://127.0.0.1:" + freePort() + "\", prefix: bench }",
                        "keys: { folder: keys }",
                        "rulebook: { folder: rulebook }",
                        "sources:",
                        "  posts:",
                        "    - { id: bluesky, type: jetstream, network: bluesky, url: \""
                                + platform
                                + "\" }",
                        "  incidents: []",
                        "jobs:",
                        "  { parallelism: 1, checkpoints: state/checkpoints,"
                                + " checkpointSeconds: 10, jurisdiction: city, webPort: 0 }",
                        "console: { host: 127.0.0.1, port: 0, ledger: ledger }",
                        ""));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        governed.close();
    }
}
