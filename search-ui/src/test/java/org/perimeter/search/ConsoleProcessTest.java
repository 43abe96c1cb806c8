// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.memory.InMemoryStoresFactory;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.search.testing.Deployment;
import org.perimeter.search.testing.LateStores;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The whole process from its config file, with an in-memory store. */
final class ConsoleProcessTest {

    @TempDir Path folder;
    private final InMemoryStoresFactory stores = InMemoryStoresFactory.create();
    private Deployment deployment;

    @BeforeEach
    void deploy() throws Exception {
        deployment = Deployment.create(folder);
    }

    @Test
    void itServesAndLeavesALedgerThatVerifies() throws Exception {
        // Given
        ConfigFile config = config("{ port: 0 }");

        // When
        try (ConsoleProcess process = ConsoleProcess.start(config, stores, Clock.systemUTC())) {

            // Then
            HttpResponse<String> status = get(process.address() + "/api/v1/status");
            assertThat(status.statusCode()).isEqualTo(200);
            assertThat(ConsoleFixture.json(status).at("/rulebook/inForce").asBoolean()).isTrue();
            assertThat(get(process.address() + "/checkpoint").body())
                    .startsWith("rtcc.example.org/audit\n1\n");
        }
        assertThat(
                        LedgerVerifier.of(deployment.keys().ledgerKey())
                                .verify(new DirectoryTiles(deployment.ledger()), null)
                                .ok())
                .isTrue();
    }

    @Test
    void draftsInTheInboxReachTheLedger() throws Exception {
        // Given
        LedgerDraft draft =
                new LedgerDraft(
                        "jobs-1-0",
                        1,
                        LedgerEntryType.COLLECT_BATCH,
                        Clock.systemUTC().instant(),
                        "COL-01",
                        "",
                        Outcome.COLLECT,
                        "jobs",
                        "{\"seen\":3}");
        stores.open().ledgerInbox().write(List.of(draft)).toCompletableFuture().join();

        // When
        try (ConsoleProcess process =
                ConsoleProcess.start(config("{ port: 0 }"), stores, Clock.systemUTC())) {

            // Then
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> {
                                assertThat(stores.open().ledgerInbox().waiting(10)).isEmpty();
                                assertThat(get(process.address() + "/checkpoint").body())
                                        .startsWith("rtcc.example.org/audit\n2\n");
                            });
            assertThat(stores.open().ledgerInbox().lastDrained()).isPresent();
        }
    }

    @Test
    void aRestartDoesNotActivateTheSameRulebookAgain() throws Exception {
        // Given
        ConfigFile config = config("{ port: 0 }");
        ConsoleProcess.start(config, stores, Clock.systemUTC()).close();

        // When
        try (ConsoleProcess again = ConsoleProcess.start(config, stores, Clock.systemUTC())) {

            // Then
            assertThat(get(again.address() + "/checkpoint").body())
                    .startsWith("rtcc.example.org/audit\n1\n");
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConfigFile config = config("{ port: " + taken.getLocalPort() + " }");

            // When
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> ConsoleProcess.start(config, stores, Clock.systemUTC()))

                    // Then
                    .withMessageStartingWith("console.port: " + taken.getLocalPort())
                    .withMessageContaining("taken");
        }
    }

    @Test
    void anUnknownKeyStopsTheStartWithItsPath() throws Exception {
        // Given
        ConfigFile config = config("{ port: 0, ledgr: x }");

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConsoleProcess.start(config, stores, Clock.systemUTC()))

                // Then
                .withMessageContaining("console.ledgr: unknown key");
    }

    @Test
    void aSecondConsoleOnTheSameLedgerIsRefused() throws Exception {
        // Given
        ConfigFile config = config("{ port: 0 }");
        try (ConsoleProcess first = ConsoleProcess.start(config, stores, Clock.systemUTC())) {

            // When
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> ConsoleProcess.start(config, stores, Clock.systemUTC()))

                    // Then
                    .withMessageStartingWith("console.ledger: ");
            assertThat(get(first.address() + "/api/v1/status").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStoreThatIsAwayAtTheStartIsWaitedFor() throws Exception {
        // Given
        LateStores late = new LateStores(stores, 2);

        // When
        try (ConsoleProcess process =
                ConsoleProcess.start(config("{ port: 0 }"), late, Clock.systemUTC())) {

            // Then
            assertThat(get(process.address() + "/api/v1/status").statusCode()).isEqualTo(200);
            assertThat(late.refusals()).isEqualTo(2);
        }
    }

    @Test
    void missingKeysAreNamed() throws Exception {
        // Given
        Files.delete(folder.resolve("keys/master.key"));
        ConfigFile config = config("{ port: 0 }");

        // When
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> ConsoleProcess.start(config, stores, Clock.systemUTC()))

                // Then
                .withMessageStartingWith("keys.folder: ");
    }

    private ConfigFile config(String console) throws Exception {
        return ConfigFile.read(deployment.config("http://127.0.0.1:1", "test", console));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
