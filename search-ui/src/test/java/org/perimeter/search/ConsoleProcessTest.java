// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.InMemoryStoresFactory;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.DirectoryTiles;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.ledger.NoteSigner;
import org.perimeter.policy.model.LedgerDraft;
import org.perimeter.policy.model.LedgerEntryType;
import org.perimeter.policy.model.Outcome;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookFolder;
import org.perimeter.policy.rulebook.RulebookSigner;
import org.perimeter.policy.rulebook.RulebookTemplate;
import org.perimeter.policy.rulebook.TrustKeys;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The whole process from its config file, with an in-memory store. */
final class ConsoleProcessTest {

    private static final String CONFIG =
            """
            store: { url: "http://127.0.0.1:1", prefix: test }
            keys: { folder: keys }
            rulebook: { folder: rulebook }
            console: { port: %d, ledger: ledger }
            """;

    @TempDir Path folder;
    private final InMemoryStoresFactory stores = InMemoryStoresFactory.create();

    @BeforeEach
    void deploy() throws Exception {
        KeyFolder keys = KeyFolder.create(folder.resolve("keys"), "rtcc.example.org/audit");
        NoteSigner agency = ConsoleFixture.signer("perimeter-demo/agency");
        NoteSigner board = ConsoleFixture.signer("perimeter-demo/board");
        Files.writeString(
                keys.trustFile(),
                new TrustKeys(agency.verifierKey(), board.verifierKey()).format());
        String yaml = RulebookTemplate.render("Example City RTCC", LocalDate.now(ZoneOffset.UTC));
        String text = RulebookSigner.text(RulebookDraft.parse(yaml).hash());
        RulebookFolder.write(
                folder.resolve("rulebook"),
                yaml,
                agency.sign(text).with(board.sign(text)).format());
    }

    @Test
    void itServesAndLeavesALedgerThatVerifies() throws Exception {
        // Given
        ConfigFile config = config(CONFIG.formatted(0));

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
                        new LedgerVerifier(KeyFolder.open(folder.resolve("keys")).ledgerKey())
                                .verify(new DirectoryTiles(folder.resolve("ledger")), null)
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
                ConsoleProcess.start(config(CONFIG.formatted(0)), stores, Clock.systemUTC())) {

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
        ConfigFile config = config(CONFIG.formatted(0));
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
            ConfigFile config = config(CONFIG.formatted(taken.getLocalPort()));

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
        ConfigFile config = config(CONFIG.formatted(0).replace("ledger: ledger", "ledgr: x"));

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConsoleProcess.start(config, stores, Clock.systemUTC()))

                // Then
                .withMessageContaining("console.ledgr: unknown key");
    }

    @Test
    void aSecondConsoleOnTheSameLedgerIsRefused() throws Exception {
        // Given
        ConfigFile config = config(CONFIG.formatted(0));
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
    void missingKeysAreNamed() throws Exception {
        // Given
        Files.delete(folder.resolve("keys/master.key"));
        ConfigFile config = config(CONFIG.formatted(0));

        // When
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> ConsoleProcess.start(config, stores, Clock.systemUTC()))

                // Then
                .withMessageStartingWith("keys.folder: ");
    }

    private ConfigFile config(String yaml) throws Exception {
        return ConfigFile.read(Files.writeString(folder.resolve("config.yaml"), yaml));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
