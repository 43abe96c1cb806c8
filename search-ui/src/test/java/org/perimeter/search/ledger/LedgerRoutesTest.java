// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.testkit.store.memory.InMemoryLedgerInbox;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.ledger.Receipt;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.search.api.ApiServer;
import org.perimeter.search.api.RouteTable;
import org.perimeter.search.api.site.Site;
import org.perimeter.search.testing.StrangersDoor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

class LedgerRoutesTest {

    private static final int SIZE = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final InMemoryLedgerInbox inbox = new InMemoryLedgerInbox();
    @TempDir private Path folder;
    private TestLedger ledger;
    private ApiServer server;
    private String address = "";

    @BeforeEach
    void start() throws IOException {
        ledger = new TestLedger(folder);
        try (Ledger open = ledger.open()) {
            open.append(TestLedger.drafts("p", 1, SIZE));
        }
        LedgerRoutes routes = new LedgerRoutes(ledger.tiles(), ledger.key(), inbox, () -> {});
        server =
                new ApiServer(
                        new RouteTable(routes.routes()),
                        Site.local("127.0.0.1", 0),
                        StrangersDoor.CLOSED);
        address = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesALogThatVerifiesOverHttp() throws IOException {
        // When
        LogVerification verification = LedgerVerifier.of(ledger.key()).verify(this::find, null);

        // Then
        assertThat(verification.problem()).isNull();
        assertThat(verification.size()).isEqualTo(SIZE);
    }

    @Test
    void servesTheCheckpointAsTextThatIsNotKept() throws IOException {
        // When
        HttpResponse<byte[]> answer = get("checkpoint");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow())
                .isEqualToIgnoringWhitespace("text/plain; charset=utf-8");
        assertThat(answer.headers().allValues("cache-control")).containsExactly("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000"})
    void servesTilesAsBytesThatNeverChange(String path) throws IOException {
        // When
        HttpResponse<byte[]> answer = get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ledger.tiles().find(path));
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/octet-stream");
        assertThat(answer.headers().firstValue("cache-control").orElseThrow())
                .contains("immutable")
                .doesNotContain("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/002",
                "tile/0/001",
                "tile/0/001.p/45",
                "tile/7/000",
                "tile/entries/..%2F..%2Fwriter%2Fbatch",
                "tile/%2e%2e/writer/batch",
                "writer/journal",
                "payloads/000",
                "api/v1/ledger/receipts/300",
                "api/v1/ledger/receipts/-1",
            })
    void servesNothingElse(String path) throws IOException {
        // When
        HttpResponse<byte[]> answer = get(path);

        // Then
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
    }

    @Test
    void tellsSizeRootKeyAndTheLastDrain() throws IOException {
        // Given
        Instant drained = Instant.parse("2026-11-24T05:00:00Z");
        inbox.heartbeat(drained);

        // When
        JsonNode view = new JsonMapper().readTree(get("api/v1/ledger").body());

        // Then
        assertThat(view.path("origin").asText()).isEqualTo("log.example/audit");
        assertThat(view.path("size").asLong()).isEqualTo(SIZE);
        assertThat(view.path("root").asText())
                .isEqualTo(new LedgerReader(ledger.tiles()).head().root().toBase64());
        assertThat(view.path("verifierKey").asText()).isEqualTo(ledger.key().text());
        assertThat(view.path("drainedAt").asText()).isEqualTo(drained.toString());
    }

    @Test
    void answersWithoutTheStore() throws IOException {
        // Given
        inbox.faults().down();

        // When
        HttpResponse<byte[]> answer = get("api/v1/ledger");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonMapper().readTree(answer.body()).path("drainedAt").isMissingNode())
                .isTrue();
    }

    @Test
    void givesAReceiptThatProvesTheEntry() throws IOException {
        // When
        String text = new String(get("api/v1/ledger/receipts/257").body(), StandardCharsets.UTF_8);

        // Then
        byte[] entry = new LedgerReader(ledger.tiles()).findEntry(257);
        assertThat(entry).isNotNull();
        assertThat(Receipt.parse(text).proves(entry, ledger.key())).isTrue();
    }

    private byte @Nullable [] find(String path) throws IOException {
        HttpResponse<byte[]> answer = get(path);
        return answer.statusCode() == 404 ? null : answer.body();
    }

    private HttpResponse<byte[]> get(String path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + "/" + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
