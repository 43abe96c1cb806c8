// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.engine;

import org.perimeter.connectors.elasticsearch.node.LocalNode;
import org.perimeter.connectors.elasticsearch.node.LocalNodeConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The possible engines, in the order in which they are tried. */
final class Engines {

    private static final Path DOCKER_SOCKET = Path.of("/var/run/docker.sock");

    private Engines() {}

    /** The first engine that can be had; empty when there is none. */
    static Optional<Engine> start() {
        return given().or(Engines::container).or(Engines::localNode);
    }

    private static Optional<Engine> given() {
        return Optional.ofNullable(System.getProperty("engine.url"))
                .filter(url -> !url.isBlank())
                .map(url -> new Engine("the given URL " + url, url, () -> {}));
    }

    /** Only where there may be a Docker engine: asking for one that is not there takes minutes. */
    private static Optional<Engine> container() {
        return System.getenv("DOCKER_HOST") == null && !Files.exists(DOCKER_SOCKET)
                ? Optional.empty()
                : ContainerEngine.start();
    }

    private static Optional<Engine> localNode() {
        Optional<Path> home = nodeHome();
        if (home.isEmpty()) {
            return Optional.empty();
        }
        Path data = temporaryFolder();
        LocalNode node =
                LocalNode.start(
                        new LocalNodeConfig(home.get(), data, 0, LocalNodeConfig.DEFAULT_HEAP_MB));
        return Optional.of(
                new Engine(
                        "the local node on port " + node.port(),
                        node.url(),
                        () -> {
                            node.close();
                            delete(data);
                        }));
    }

    /** Where the build says that it assembled the node, when it did. */
    static Optional<Path> nodeHome() {
        return Optional.ofNullable(System.getProperty("perimeter.node.home"))
                .map(Path::of)
                .filter(home -> Files.exists(home.resolve("launcher.jar")));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("perimeter-engine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
