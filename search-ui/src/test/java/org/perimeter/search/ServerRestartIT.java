// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import org.junit.jupiter.api.AfterEach;
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
import org.perimeter.search.testing.Chromium;
import org.perimeter.search.testing.Deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Two browsers follow one incident while the console is killed and comes back. */
final class ServerRestartIT {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    private static final String INCIDENT =
            """
            {"type":"Feature","id":"7","geometry":{"type":"Point","coordinates":[-125.39,-45.87]},
             "properties":{"title":"Shots at the mall","category":"SHOOTING","priority":1,
                           "caseNumber":"26-0007","radiusMeters":800}}
            """;
    private static final int PATIENCE_MILLIS = 60_000;

    @TempDir Path folder;
    private Deployment deployment;
    private ElasticStoresFactory store;
    private Chromium chromium;
    private String address;

    @BeforeEach
    void deploy() throws Exception {
        chromium = Chromium.start();
        deployment = Deployment.create(folder);
        store =
                new ElasticStoresFactory(
                        ENGINE.url(),
                        "restart-" + UUID.randomUUID().toString().substring(0, 8),
                        true);
        address = "http://127.0.0.1:" + freePort();
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void bothPagesGoOnWhereTheyWereCut() throws Exception {
        // Given
        Process first = launch();
        Process second = null;
        try (BrowserContext one = chromium.browser().newContext();
                BrowserContext other = chromium.browser().newContext()) {
            push();
            write(post("a", 60).upsert(), post("b", 50).upsert(), post("c", 40).upsert());
            Page reader = enter(one);
            Page colleague = enter(other);
            assertThat(reader.locator("#posts .post")).hasCount(3, patiently());
            assertThat(colleague.locator("#posts .post")).hasCount(3, patiently());
            write(post("d", 30).upsert());
            assertThat(reader.locator("#new-posts")).hasText("↑ 1 new post");
            first.destroyForcibly().waitFor();
            assertThat(reader.locator("body")).containsText("connection lost");

            // When
            write(post("e", 20).upsert(), post("f", 10).upsert(), post("b", 50).erase());
            second = launch();

            // Then
            for (Page page : List.of(reader, colleague)) {
                page.locator("#new-posts")
                        .filter(new Locator.FilterOptions().setHasText("3"))
                        .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
                assertThat(page.locator("#posts .post.gone")).hasCount(1, patiently());
                page.locator("#new-posts").click();
                assertThat(page.locator("#posts .post:not(.gone)")).hasCount(5);
                assertThat(
                                page.locator("#posts .post")
                                        .evaluateAll("all => all.map(one => one.dataset.id)"))
                        .isEqualTo(List.of("f", "e", "d", "c", "a"));
                assertThat(page.locator("body")).not().containsText("connection lost");
            }
        } finally {
            first.destroyForcibly();
            if (second != null) {
                second.destroy();
                assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(
                        LedgerVerifier.of(deployment.keys().ledgerKey())
                                .verify(new DirectoryTiles(deployment.ledger()), null)
                                .ok())
                .isTrue();
    }

    private Page enter(BrowserContext context) {
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(address + "/incidents/push:7");
        page.locator("#case-number").fill("26-0007");
        page.locator("#purpose").selectOption("LIFE_SAFETY");
        page.locator("#gate button").click();
        return page;
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS);
    }

    /** Starts the console and waits until it serves. */
    private Process launch() throws IOException {
        String port = address.substring(address.lastIndexOf(':') + 1);
        Path config = deployment.config(store.url(), store.prefix(), "{ port: " + port + " }");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SearchUi.class.getName(),
                                "--config",
                                config.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("ready " + address);
        return process;
    }

    private void push() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address + "/api/v1/incidents"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(INCIDENT))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void write(PostWrite... writes) {
        try (Stores stores = store.open()) {
            stores.posts().write(List.of(writes)).toCompletableFuture().join();
            stores.posts().refresh();
        }
    }

    private static SamplePost post(String id, int secondsAgo) {
        Instant now = Clock.systemUTC().instant();
        SamplePost post = SamplePost.of("push:7", id);
        return post.withWitnessedAt(now.minusSeconds(secondsAgo))
                .withSlice(
                        post.retentionClass(),
                        LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
