// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.SampleIncident;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/** The list of alerts over HTTP. */
final class AlertsTest {

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        console = ConsoleFixture.started(folder);
        console.stores.incidents().put(SampleIncident.of("manual:1").incident());
        console.stores
                .alerts()
                .write(
                        List.of(
                                SampleAlert.of("manual:1", "one").alert(),
                                SampleAlert.of("manual:2", "two").alert()))
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @Test
    @Control("AUD-02")
    void readingAnIncidentsAlertsIsInTheLedger() throws Exception {
        // Given the alerts

        // When
        HttpResponse<String> answer = console.get("/api/v1/alerts?incident=manual:1");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ConsoleFixture.json(answer).path("items").findValuesAsText("id"))
                .containsExactly("one");
        assertThat(console.ledger.of(LedgerEntryType.ALERT_VIEW))
                .singleElement()
                .satisfies(draft -> assertThat(draft.payload()).contains("\"ids\":[\"one\"]"));
        assertThat(answer.headers().firstValue("Audit-Leaf")).isPresent();
    }

    @Test
    @Control("OUT-03")
    void anAlertSaysWhatItRestsOnAndThatItIsUnverified() throws Exception {
        // When
        JsonNode alert =
                ConsoleFixture.json(console.get("/api/v1/alerts?incident=manual:1"))
                        .path("items")
                        .path(0);

        // Then
        assertThat(alert.path("authors").asInt()).isEqualTo(2);
        assertThat(alert.path("denials").asInt()).isEqualTo(1);
        assertThat(alert.path("probability").asDouble()).isEqualTo(0.93);
        assertThat(alert.path("models").asText()).isEqualTo("model-1");
        assertThat(alert.path("rule").asText()).isEqualTo("OUT-03/REPORT/VIOLENCE");
        assertThat(alert.at("/past/useful").asInt()).isEqualTo(7);
        assertThat(alert.at("/past/low").asDouble()).isEqualTo(0.453);
        assertThat(alert.path("caveat").asText()).contains("Unverified", "not a finding of fact");
        assertThat(alert.path("mustDispose").toString()).contains("ANALYST");
        assertThat(alert.hasNonNull("verdict")).isFalse();
    }

    @Test
    @Control("OUT-03")
    void whatAnAnalystMakesOfAnAlertIsInTheLedgerAndCountsForItsRule() throws Exception {
        // When
        HttpResponse<String> answer =
                console.post(
                        "/api/v1/alerts/one/disposition", "{\"verdict\":\"FALSE\",\"sequence\":1}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode view = ConsoleFixture.json(answer);
        assertThat(view.path("rule").asText()).isEqualTo("OUT-03/REPORT/VIOLENCE");
        assertThat(view.at("/past/useful").asInt()).isZero();
        assertThat(view.at("/past/disposed").asInt()).isEqualTo(1);
        assertThat(view.path("suspended").asBoolean()).isFalse();
        assertThat(console.ledger.of(LedgerEntryType.ALERT_DISPOSE))
                .singleElement()
                .satisfies(
                        draft ->
                                assertThat(draft.payload())
                                        .contains("\"alert\":\"one\"", "\"verdict\":\"FALSE\""));
        assertThat(
                        ConsoleFixture.json(console.get("/api/v1/alerts?incident=manual:1"))
                                .at("/items/0/verdict")
                                .asText())
                .isEqualTo("FALSE");
    }

    @Test
    void aRuleThatFailsTooOftenIsSuspended() throws Exception {
        // Given
        for (int i = 0; i < 5; i++) {
            console.alert(SampleAlert.of("manual:1", "more" + i));
            console.post(
                    "/api/v1/alerts/more" + i + "/disposition", "{\"verdict\":\"NOT_USEFUL\"}");
        }

        // When
        HttpResponse<String> answer =
                console.post("/api/v1/alerts/one/disposition", "{\"verdict\":\"FALSE\"}");

        // Then
        assertThat(ConsoleFixture.json(answer).path("suspended").asBoolean()).isTrue();
    }

    @Test
    void refusesADispositionOfNothingAndOneWithoutAVerdict() throws Exception {
        // When
        HttpResponse<String> ofNothing =
                console.post("/api/v1/alerts/none/disposition", "{\"verdict\":\"USEFUL\"}");
        HttpResponse<String> without = console.post("/api/v1/alerts/one/disposition", "{}");

        // Then
        assertThat(ofNothing.statusCode()).isEqualTo(404);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(console.stores.dispositions().precisions()).isEmpty();
    }

    @Test
    void withoutAnIncidentAllAreListed() throws Exception {
        // Given the alerts

        // When
        HttpResponse<String> answer = console.get("/api/v1/alerts");

        // Then
        assertThat(ConsoleFixture.json(answer).path("items").findValuesAsText("id"))
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    @Control("AUD-01")
    void noAlertIsShownWhileTheLedgerIsDown() throws Exception {
        // Given
        console.ledger.down();

        // When
        HttpResponse<String> answer = console.get("/api/v1/alerts");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("items");
    }

    @Test
    void anUnknownIncidentIsNotFound() throws Exception {
        // Given the alerts

        // When
        HttpResponse<String> answer = console.get("/api/v1/alerts?incident=manual:2");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(console.ledger.of(LedgerEntryType.ALERT_VIEW)).isEmpty();
    }
}
