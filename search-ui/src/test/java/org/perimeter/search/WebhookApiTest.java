// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled.Reason;
import org.perimeter.connectors.spi.store.webhook.WebhookFailure;
import org.perimeter.connectors.spi.store.webhook.WebhookState;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.webhook.endpoint.Endpoint;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class WebhookApiTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    @TempDir Path folder;
    private final List<String> received = new ArrayList<>();
    private HttpServer receiver;
    private ConsoleFixture console;

    @BeforeEach
    void open() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        receiver.createContext(
                "/hook",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
                    received.add(signature + "\n" + new String(body, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        receiver.start();
        console = new ConsoleFixture(folder);
        console.writeRulebook(LocalDate.parse("2026-11-01"), true);
        console.tell(endpoints());
    }

    @AfterEach
    void close() throws Exception {
        console.close();
        receiver.stop(0);
    }

    private List<Endpoint> endpoints() throws Exception {
        ConfigFile file =
                ConfigFile.read(
                        Files.writeString(
                                folder.resolve("config.yaml"),
                                "console: { webhooks: [{ id: cad, url: \"http://127.0.0.1:"
                                        + receiver.getAddress().getPort()
                                        + "/hook?token=sesame\", allowPrivate: true, secrets:"
                                        + " [\"env:CAD\"], events: [alert.created] }] }\n"));
        return Endpoint.open(
                file.section("console", ConsoleConfig.class).webhooks(),
                file,
                Map.of("CAD", SECRET)::get);
    }

    private JsonNode list() throws Exception {
        return ConsoleFixture.json(console.get("/api/v1/webhooks")).path("webhooks");
    }

    @Test
    void showsHowEachEndpointIsDoingAndNoSecret() throws Exception {
        // Given
        console.start(List.of(Role.SUPERVISOR));
        WebhookState state = WebhookState.startingAfter("cad", 0);
        console.stores
                .webhooks()
                .save(
                        state.withAttempt(
                                state.progress()
                                        .failed(
                                                ConsoleFixture.NOON,
                                                ConsoleFixture.NOON.plusSeconds(5)),
                                state.history()
                                        .delivered(ConsoleFixture.NOON, "204")
                                        .gaveUp(
                                                new WebhookFailure(
                                                        "a1-1-RAISED",
                                                        "a1",
                                                        10,
                                                        "500",
                                                        ConsoleFixture.NOON))));

        // When
        HttpResponse<String> answer = console.get("/api/v1/webhooks");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("sesame", "whsec_", SECRET.substring(6));
        JsonNode shown = list().path(0);
        assertThat(shown.path("id").asText()).isEqualTo("cad");
        assertThat(shown.path("recipient").asText()).startsWith("http://127.0.0.1:");
        assertThat(shown.path("health").asText()).isEqualTo("RETRYING");
        assertThat(shown.path("attempts").asInt()).isEqualTo(1);
        assertThat(shown.path("nextAttempt").asText()).isEqualTo("2026-11-24T12:00:05Z");
        assertThat(shown.path("delivered").asInt()).isEqualTo(1);
        assertThat(shown.path("failures").path(0).path("webhookId").asText())
                .isEqualTo("alert_a1-1-raised");
        assertThat(shown.has("disabledReason")).isFalse();
        assertThat(console.ledger.of(LedgerEntryType.WEBHOOK)).isEmpty();
    }

    @Test
    void sendsASignedPingWhenAskedAndRecordsItBefore() throws Exception {
        // Given
        console.start(List.of(Role.ADMINISTRATOR));

        // When
        HttpResponse<String> answer = console.post("/api/v1/webhooks/cad/test", "{}");

        // Then
        JsonNode result = ConsoleFixture.json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(result.path("delivered").asBoolean()).isTrue();
        assertThat(result.path("result").asText()).isEqualTo("204");
        assertThat(answer.headers().firstValue("Audit-Leaf")).isPresent();
        String[] signatureAndBody = received.get(0).split("\n", 2);
        assertThat(signatureAndBody[1]).startsWith("{\"type\":\"webhook.ping\"");
        assertThat(signatureAndBody[0])
                .isEqualTo(
                        new Webhook(SECRET)
                                .sign(
                                        result.path("webhookId").asText(),
                                        ConsoleFixture.NOON.getEpochSecond(),
                                        signatureAndBody[1]));
        assertThat(console.ledger.of(LedgerEntryType.WEBHOOK)).hasSize(1);
    }

    @Test
    void sendsNoPingThatTheLedgerCannotRecord() throws Exception {
        // Given
        console.start(List.of(Role.ADMINISTRATOR));
        console.ledger.down();

        // When
        HttpResponse<String> answer = console.post("/api/v1/webhooks/cad/test", "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(received).isEmpty();
    }

    @Test
    void aPersonEnablesWhatWasDisabledAndSaysWhy() throws Exception {
        // Given
        console.start(List.of(Role.SUPERVISOR));
        console.stores
                .webhooks()
                .save(
                        WebhookState.startingAfter("cad", 0)
                                .withDisabled(
                                        new WebhookDisabled(Reason.GONE, ConsoleFixture.NOON)));
        assertThat(list().path(0).path("disabledReason").asText()).isEqualTo("GONE");

        // When
        HttpResponse<String> unsaid = console.post("/api/v1/webhooks/cad/enable", "{}");
        HttpResponse<String> said =
                console.post("/api/v1/webhooks/cad/enable", "{\"reason\":\"moved back\"}");

        // Then
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(ConsoleFixture.json(unsaid).path("field").asText()).isEqualTo("reason");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(ConsoleFixture.json(said).path("health").asText()).isEqualTo("NEW");
        assertThat(list().path(0).has("disabledReason")).isFalse();
        assertThat(console.ledger.of(LedgerEntryType.WEBHOOK).get(0).payload())
                .contains("ENABLED", "moved back");
    }

    @Test
    void whoIsNotInChargeOfThemIsRefusedAndTheRefusalRecorded() throws Exception {
        // Given
        console.start(List.of(Role.ANALYST));

        // When
        HttpResponse<String> list = console.get("/api/v1/webhooks");
        HttpResponse<String> test = console.post("/api/v1/webhooks/cad/test", "{}");
        HttpResponse<String> enable =
                console.post("/api/v1/webhooks/cad/enable", "{\"reason\":\"x\"}");

        // Then
        assertThat(List.of(list.statusCode(), test.statusCode(), enable.statusCode()))
                .containsOnly(403);
        assertThat(received).isEmpty();
        assertThat(console.ledger.of(LedgerEntryType.DENY)).hasSize(3);
    }

    @Test
    void thereIsNoEndpointThatIsNotConfigured() throws Exception {
        // Given
        console.start(List.of(Role.SUPERVISOR));

        // When, Then
        assertThat(console.post("/api/v1/webhooks/other/test", "{}").statusCode()).isEqualTo(404);
        assertThat(console.post("/api/v1/webhooks/cad/test", "{\"a\":1}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDescriptionOfTheApiHoldsWhatIsSent() throws Exception {
        // Given
        console.start(List.of(Role.SUPERVISOR));

        // When
        JsonNode document = ConsoleFixture.json(console.get("/api/v1/openapi.json"));

        // Then
        List<String> names = new ArrayList<>();
        document.path("webhooks").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "alert.created",
                        "alert.updated",
                        "alert.retracted",
                        "alert.closed",
                        "webhook.ping");
        JsonNode facts = document.at("/components/schemas/AlertFacts");
        assertThat(facts.path("properties").has("caveat")).isTrue();
        assertThat(facts.path("properties").has("postIds")).isFalse();
        assertThat(document.at("/webhooks/alert.created/post/parameters")).hasSize(3);
    }
}
