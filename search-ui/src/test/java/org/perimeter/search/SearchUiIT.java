// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.elasticsearch.engine.EngineExtension;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.search.testing.Deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The console's main as a process of its own, on a real engine. */
final class SearchUiIT {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    private static final String INCIDENT =
            """
            {"type":"Feature","id":"7","geometry":{"type":"Point","coordinates":[-125.39,-45.87]},
             "properties":{"title":"Shots at the mall","category":"SHOOTING","priority":1,
                           "caseNumber":"26-0007","radiusMeters":800}}
            """;

    private static final String STATED = "\"purpose\":\"LIFE_SAFETY\",\"caseNumber\":\"26-0007\"";

    @TempDir Path folder;
    private Deployment deployment;
    private ElasticStoresFactory store;

    @BeforeEach
    void deploy() throws Exception {
        deployment = Deployment.create(folder);
        String prefix = "console-" + UUID.randomUUID().toString().substring(0, 8);
        store = new ElasticStoresFactory(ENGINE.url(), prefix, true);
    }

    @Test
    void anIncidentIsOpenedSearchedReportedAndClosed() throws Exception {
        // Given
        Process process = launch("{ port: 0 }");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String api = api(process, out);
            JsonNode opened = post(api + "/incidents", INCIDENT);
            assertThat(opened.at("/accepted/0").asText()).isEqualTo("push:7");
            keep(post("a"), post("b").withText("Everybody is safe at the park"));

            // When
            JsonNode found =
                    post(
                            api + "/incidents/push:7/searches",
                            "{" + STATED + ",\"text\":\"shots\",\"kinds\":[\"REPORT\"]}");
            JsonNode first =
                    post(api + "/incidents/push:7/searches", "{" + STATED + ",\"limit\":1}");
            JsonNode second =
                    post(
                            api + "/incidents/push:7/searches",
                            "{"
                                    + STATED
                                    + ",\"limit\":1,\"after\":\""
                                    + first.path("next").asText()
                                    + "\"}");
            JsonNode forged =
                    post(
                            api + "/incidents/push:7/searches",
                            "{" + STATED + ",\"after\":\"bm9uc2Vuc2U\"}");
            JsonNode report = get(api + "/report");
            JsonNode closed = post(api + "/incidents/push:7/close", "{\"reason\":\"all clear\"}");

            // Then
            assertThat(found.at("/total").asLong()).isEqualTo(1);
            assertThat(found.at("/items/0/id").asText()).isEqualTo("a");
            assertThat(first.at("/items/0/id").asText())
                    .isNotEqualTo(second.at("/items/0/id").asText());
            assertThat(forged.path("field").asText()).isEqualTo("after");
            assertThat(report.at("/held/total").asLong()).isEqualTo(2);
            assertThat(report.at("/outsideIncidents/total").asLong()).isZero();
            assertThat(report.at("/use/searches").asLong()).isEqualTo(3);
            assertThat(report.at("/ledger/verified").asBoolean()).isTrue();
            assertThat(closed.path("live").asBoolean()).isFalse();
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(
                        LedgerVerifier.of(deployment.keys().ledgerKey())
                                .verify(new DirectoryTiles(deployment.ledger()), null)
                                .ok())
                .isTrue();
    }

    @Test
    void itStartsAgainOnWhatItLeft() throws Exception {
        // Given
        Process first = launch("{ port: 0 }");
        try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
            String api = api(first, out);
            post(api + "/incidents", INCIDENT);
        } finally {
            first.destroyForcibly();
        }
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();

        // When
        Process second = launch("{ port: 0 }");
        try (BufferedReader out = second.inputReader(StandardCharsets.UTF_8)) {
            String api = api(second, out);

            // Then
            assertThat(get(api + "/status").at("/ledger/size").asLong()).isEqualTo(2);
            assertThat(get(api + "/incidents/push:7").path("live").asBoolean()).isTrue();
            // A look at an incident leaves an entry.
            assertThat(get(api + "/status").at("/ledger/size").asLong()).isEqualTo(3);
        } finally {
            second.destroy();
            assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBrokenConfigEndsTheProcessWithOneLine() throws Exception {
        // Given
        Process process = launch("{ port: 0, hots: x }");

        // When
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);

        // Then
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("search-ui: ")
                .contains("console.hots: unknown key")
                .hasLineCount(1);
    }

    private Process launch(String console) throws IOException {
        Path config = deployment.config(store.url(), store.prefix(), console);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SearchUi.class.getName(),
                        "--config",
                        config.toString())
                .start();
    }

    /** Waits until the process serves; when it ends instead, the test fails with its words. */
    private static String api(Process process, BufferedReader out) throws IOException {
        String line = out.readLine();
        if (line == null) {
            byte[] words = process.getErrorStream().readAllBytes();
            throw new AssertionError(new String(words, StandardCharsets.UTF_8));
        }
        assertThat(line).startsWith("ready http://127.0.0.1:");
        return line.substring("ready ".length()) + "/api/v1";
    }

    private static SamplePost post(String id) {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        SamplePost post = SamplePost.of("push:7", id);
        return post.withWitnessedAt(Clock.systemUTC().instant())
                .withSlice(post.retentionClass(), tomorrow.toString());
    }

    private void keep(SamplePost... posts) {
        try (Stores stores = store.open()) {
            List<PostWrite> writes = List.of(posts).stream().map(SamplePost::upsert).toList();
            stores.posts().write(writes).toCompletableFuture().join();
            stores.posts().refresh();
        }
    }

    private static JsonNode get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private static JsonNode post(String url, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        return new JsonMapper()
                .readTree(
                        HttpClient.newHttpClient()
                                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                                .body());
    }
}
