// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

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
