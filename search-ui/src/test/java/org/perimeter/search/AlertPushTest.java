// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.net.http.HttpResponse;
import java.nio.file.Path;

/** CAP alerts over HTTP, on a real server with a real ledger. */
final class AlertPushTest {

    private static final String INCIDENT = "push:fd@city.example.org,A1";

    private static final String ALERT =
            """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>A1</identifier><sender>fd@city.example.org</sender>
              <sent>2026-11-24T11:55:00-00:00</sent><status>Actual</status>
              <msgType>Alert</msgType><scope>Public</scope><incidents>26-0007</incidents>
              <info><category>Fire</category><event>Fire</event><urgency>Immediate</urgency>
              <severity>Severe</severity><certainty>Observed</certainty>
              <area><areaDesc>Invented docks</areaDesc>
              <circle>-45.87,-125.39 0.8</circle></area></info>
            </alert>
            """;

    private static final String CANCEL =
            """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>A2</identifier><sender>fd@city.example.org</sender>
              <sent>2026-11-24T11:58:00-00:00</sent><status>Actual</status>
              <msgType>Cancel</msgType><scope>Public</scope>
              <references>fd@city.example.org,A1,2026-11-24T11:55:00-00:00</references>
            </alert>
            """;

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        console = ConsoleFixture.started(folder);
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @Test
    void anAlertOpensAnIncidentAndIsInTheLedger() throws Exception {
        // Given nothing

        // When
        HttpResponse<String> answer = push(ALERT);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        Incident stored = console.stores.incidents().find(INCIDENT).orElseThrow();
        assertThat(stored.isLive(console.clock.instant())).isTrue();
        assertThat(stored.caseNumber()).isEqualTo("26-0007");
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_OPEN)).hasSize(1);
    }

    @Test
    void aCancellationCancelsWhatIsInTheStore() throws Exception {
        // Given
        push(ALERT);

        // When
        HttpResponse<String> answer = push(CANCEL);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(console.stores.incidents().find(INCIDENT).orElseThrow().status())
                .isEqualTo(IncidentStatus.CANCELLED);
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_CLOSE)).hasSize(1);
    }

    @Test
    void aDocumentTypeIsRefusedWithAClearAnswer() throws Exception {
        // Given
        String expanding = "<!DOCTYPE alert [<!ENTITY a \"aaaa\">]>" + ALERT;

        // When
        HttpResponse<String> answer = push(expanding);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(answer).path("rejected").path(0).path("error").asText())
                .contains("document type");
        assertThat(console.stores.incidents().list(10)).isEmpty();
    }

    @Test
    void anAlertThatSaysItIsJsonIsRefused() throws Exception {
        // Given the alert

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", ALERT);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(console.stores.incidents().list(10)).isEmpty();
    }

    private HttpResponse<String> push(String alert) throws Exception {
        return console.post("/api/v1/incidents", alert, "application/cap+xml; charset=utf-8");
    }
}
