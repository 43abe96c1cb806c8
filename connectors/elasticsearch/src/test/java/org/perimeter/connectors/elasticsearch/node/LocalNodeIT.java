// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.connectors.testkit.store.SamplePost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The local node itself: these tests need their own, to kill it, so no other engine will do. */
final class LocalNodeIT {

    private static final String INCIDENT = "manual:1";
    private static final int BATCH = 50;

    @TempDir Path data;
    private LocalNodeConfig config;

    @BeforeEach
    void findTheBuiltNode() {
        config =
                new LocalNodeConfig(
                        Path.of(System.getProperty("perimeter.node.home")), data, 0, 256);
    }

    private static List<PostWrite> batch(int number) {
        return IntStream.range(number * BATCH, (number + 1) * BATCH)
                .mapToObj(i -> SamplePost.of(INCIDENT, "post-" + i).upsert())
                .toList();
    }

    private static List<WriteOutcome> write(Stores stores, List<PostWrite> batch) {
        return stores.posts().write(batch).toCompletableFuture().join();
    }

    @Test
    void losesNothingAcknowledgedAndDoublesNothingWhenItIsKilledDuringWrites() throws Exception {
        // Given
        // A node that is killed while batch after batch is written
        Set<String> acknowledged = new HashSet<>();
        int port;
        int batches = 0;
        try (LocalNode node = LocalNode.start(config);
                Stores stores = new ElasticStoresFactory(node.url(), "kill", true).open()) {
            port = node.port();
            stores.prepare();
            Thread killer =
                    new Thread(() -> ProcessHandle.of(node.pid()).orElseThrow().destroyForcibly());
            boolean failed = false;
            while (!failed) {
                if (batches == 5) {
                    killer.start();
                }
                try {
                    write(stores, batch(batches++)).stream()
                            .filter(outcome -> outcome.result() == Result.OK)
                            .forEach(outcome -> acknowledged.add(outcome.documentId()));
                } catch (CompletionException e) {
                    assertThat(e)
                            .cause()
                            .isInstanceOfSatisfying(
                                    StoreException.class,
                                    failure -> assertThat(failure.retryable()).isTrue());
                    failed = true;
                }
            }
            killer.join();
        }

        // When
        // It is started again on the same data, and everything is written once more
        LocalNodeConfig again = new LocalNodeConfig(config.nodeHome(), data, port, 256);
        try (LocalNode node = LocalNode.start(again);
                Stores stores = new ElasticStoresFactory(node.url(), "kill", true).open()) {
            Set<String> missing = new HashSet<>(acknowledged);
            missing.removeIf(id -> stores.posts().find(id).isPresent());
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < batches; i++) {
                outcomes.addAll(write(stores, batch(i)));
            }
            stores.posts().refresh();

            // Then
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(5 * BATCH);
            assertThat(missing).isEmpty();
            assertThat(outcomes).allMatch(outcome -> outcome.result() == Result.OK);
            assertThat(stores.posts().count(PostQuery.newest(INCIDENT, 1)))
                    .isEqualTo((long) batches * BATCH);
        }
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            LocalNodeConfig onTakenPort =
                    new LocalNodeConfig(config.nodeHome(), data, taken.getLocalPort(), 256);

            // When, Then
            assertThatExceptionOfType(LocalNodeException.class)
                    .isThrownBy(() -> LocalNode.start(onTakenPort))
                    .withMessage(
                            "port %d on 127.0.0.1 is taken; stop the program that uses it or choose"
                                    + " another port for the store",
                            taken.getLocalPort());
        }
    }

    @Test
    void listensOnTheLoopbackOnlyKeepsItsLogAndStopsCleanly() throws Exception {
        // Given
        LocalNode node = LocalNode.start(config);
        HttpClient http = HttpClient.newHttpClient();
        String root =
                http.send(
                                HttpRequest.newBuilder(URI.create(node.url())).build(),
                                BodyHandlers.ofString())
                        .body();

        // When
        node.close();

        // Then
        assertThat(root).contains("\"number\":\"9.5.3\"");
        assertThat(node.isAlive()).isFalse();
        assertThat(Files.readString(data.resolve("logs").resolve("node.log")))
                .contains("bound_addresses {127.0.0.1:" + node.port() + "}")
                .doesNotContain("0.0.0.0")
                .contains("closed");
    }

    @Test
    void refusesADataFolderThatAnotherNodeUses() {
        try (LocalNode first = LocalNode.start(config)) {
            assertThat(first.isAlive()).isTrue();

            // When, Then
            assertThatExceptionOfType(LocalNodeException.class)
                    .isThrownBy(() -> LocalNode.start(config))
                    .withMessageContaining("another Elasticsearch already uses");
        }
    }

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        // Given
        // Another JVM that starts a node and is killed
        Process parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                NodeParent.class.getName(),
                                config.nodeHome().toString(),
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle node = ProcessHandle.of(pid).orElseThrow();

        // When
        parent.destroyForcibly().waitFor();

        // Then
        node.onExit().get(30, TimeUnit.SECONDS);
        assertThat(node.isAlive()).isFalse();
    }
}
