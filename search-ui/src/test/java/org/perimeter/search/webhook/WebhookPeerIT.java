// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.testing.Deployment;
import org.perimeter.search.testing.TestLedger;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.endpoint.SigningSecret;
import org.perimeter.search.webhook.endpoint.WebhookConfig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the official Node libraries, standardwebhooks and svix, say of what we send. */
@Tag("peers")
final class WebhookPeerIT {

    private static final String FOLDER = "perimeter.peers";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDCjvEXVPD8DE=";

    @TempDir Path folder;
    private final InMemoryStores stores = new InMemoryStores();
    private TestLedger ledger;
    private Process receiver;
    private String address = "";

    @BeforeEach
    void start() throws IOException {
        ledger = new TestLedger(folder, Deployment.signer("rtcc.example.org/audit"));
        String named = System.getProperty(FOLDER, "");
        assertThat(named).as("-D%s=DIR names the peers' folder", FOLDER).isNotEmpty();
        Path peers = Path.of(named).toAbsolutePath();
        Path node = peers.resolve("node22/node_modules/node/bin/node");
        assertThat(node).as("run npm install in %s", peers.resolve("node22")).isExecutable();
        assertThat(peers.resolve("webhook/node_modules/svix"))
                .as("run npm install in %s", peers.resolve("webhook"))
                .isDirectory();
        ProcessBuilder builder =
                new ProcessBuilder(node.toString(), "receiver.mjs")
                        .directory(peers.resolve("webhook").toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        // The receiver knows one secret only, the one that is about to go.
        builder.environment().put("SECRET", TestReceiver.SECRET);
        builder.environment().put("PORT", "0");
        receiver = builder.start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(receiver.getInputStream(), StandardCharsets.UTF_8));
        address =
                "http://127.0.0.1:"
                        + new JsonMapper().readTree(out.readLine()).path("port").asInt();
    }

    @AfterEach
    void stop() throws Exception {
        receiver.destroy();
        assertThat(receiver.waitFor(10, TimeUnit.SECONDS)).isTrue();
        ledger.close();
    }

    private Endpoint endpoint(String id, String query) {
        return Endpoint.of(
                new WebhookConfig(
                        id, address + "/hook" + query, List.of("env:NEW", "env:OLD"), null, true),
                List.of(SigningSecret.parse(NEW), SigningSecret.parse(TestReceiver.SECRET)));
    }

    private void change(SampleAlert alert) {
        stores.alerts().write(List.of(alert.alert())).toCompletableFuture().join();
    }

    private long cursor(String endpoint) {
        return stores.webhooks().find(endpoint).orElseThrow().cursor();
    }

    /** What the receiver saw under a path, oldest first. */
    private List<JsonNode> log(String path) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address + "/log")).build(),
                                HttpResponse.BodyHandlers.ofString());
        List<JsonNode> seen = new ArrayList<>();
        for (JsonNode entry : new JsonMapper().readTree(answer.body())) {
            if (entry.path("path").asText().equals(path)) {
                seen.add(entry);
            }
        }
        return seen;
    }

    private AutoCloseable deliver(Endpoint... endpoints) {
        Clock clock = Clock.systemUTC();
        AuditLog audit = new AuditLog(ledger, clock, () -> "00ff");
        return new Webhooks(List.of(endpoints), stores, audit, clock).start();
    }

    private static void assertVerifiedByBoth(List<JsonNode> seen) {
        assertThat(seen)
                .allMatch(entry -> entry.path("standardwebhooks").asBoolean())
                .allMatch(entry -> entry.path("svix").asBoolean());
    }

    @Test
    void bothLibrariesVerifyEveryMessage() throws Exception {
        // Given
        SampleAlert raised = SampleAlert.of("manual:1", "a1");

        // When
        try (AutoCloseable running =
                deliver(
                        endpoint("plain", ""),
                        endpoint("gone", "?status=410"),
                        endpoint("slow", "?delay=3000"))) {
            assertThat(running).isNotNull();
            change(raised);
            change(raised.next(AlertState.CONFIRMED));
            await().atMost(PATIENCE).until(() -> cursor("plain") == 2 && cursor("slow") == 2);
        }

        // Then
        assertThat(log("/hook")).hasSize(2);
        assertThat(log("/hook?delay=3000")).hasSize(2);
        assertThat(log("/hook?status=410")).hasSize(1);
        assertVerifiedByBoth(log("/hook"));
        assertVerifiedByBoth(log("/hook?delay=3000"));
        assertThat(stores.webhooks().find("gone").orElseThrow().disabled())
                .extracting(WebhookDisabled::reason)
                .isEqualTo(WebhookDisabled.Reason.GONE);
    }

    @Test
    void bothLibrariesVerifyEveryAttempt() throws Exception {
        // Given
        SampleAlert raised = SampleAlert.of("manual:1", "a1");

        // When
        try (AutoCloseable running = deliver(endpoint("failing", "?fail=1"))) {
            assertThat(running).isNotNull();
            change(raised);
            await().atMost(PATIENCE).until(() -> cursor("failing") == 1);
        }

        // Then
        List<JsonNode> attempts = log("/hook?fail=1");
        assertThat(attempts)
                .extracting(entry -> entry.path("id").asText())
                .containsExactly("alert_a1-1-raised", "alert_a1-1-raised");
        assertVerifiedByBoth(attempts);
    }
}
