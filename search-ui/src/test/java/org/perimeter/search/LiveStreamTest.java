// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.SampleIncident;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The first event of each stream, and who is refused one. */
final class LiveStreamTest {

    private static final String ROOM = "/api/v1/incidents/manual:1/events";
    private static final String STATED = "?purpose=LIFE_SAFETY&caseNumber=CASE-26-0001";

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        console = ConsoleFixture.started(folder);
        console.stores.incidents().put(SampleIncident.of("manual:1").incident());
        console.store(SamplePost.of("manual:1", "a").upsert());
        console.alert(SampleAlert.of("manual:1", "alert-1"));
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @Test
    void aRoomStartsWithItsIncidentItsPostsAndItsAlerts() throws Exception {
        // Given the fixture

        // When
        JsonNode event = firstEvent(ROOM + STATED);

        // Then
        assertThat(event.at("/incident/id").asText()).isEqualTo("manual:1");
        assertThat(event.at("/posts/0/id").asText()).isEqualTo("a");
        assertThat(event.at("/held/ids/0").asText()).isEqualTo("a");
        assertThat(event.at("/alerts/0/id").asText()).isEqualTo("alert-1");
        assertThat(console.ledger.of(LedgerEntryType.VIEW).get(0).payload())
                .contains(
                        "\"ids\":[\"a\"]",
                        "\"purpose\":\"LIFE_SAFETY\"",
                        "\"caseNumber\":\"CASE-26-0001\"")
                .doesNotContain("Shots");
        assertThat(console.ledger.of(LedgerEntryType.ALERT_VIEW)).hasSize(1);
    }

    @Test
    void theOverviewTellsIncidentsCountsAndAlertsButNoPost() throws Exception {
        // Given the fixture

        // When
        JsonNode event = firstEvent("/api/v1/events");

        // Then
        assertThat(event.at("/incidents/0/id").asText()).isEqualTo("manual:1");
        assertThat(event.path("posts").path("manual:1").asLong()).isEqualTo(1);
        assertThat(event.at("/alerts/0/state").asText()).isEqualTo("RAISED");
        assertThat(event.toString()).doesNotContain("Shots");
        assertThat(console.ledger.of(LedgerEntryType.VIEW)).isEmpty();
    }

    @Test
    @Control("ACC-02")
    void aRoomWithoutAPurposeIsRefused() throws Exception {
        // Given the fixture

        // When
        HttpResponse<String> none = console.get(ROOM);
        HttpResponse<String> unknown = console.get(ROOM + "?purpose=CURIOSITY&caseNumber=1");
        HttpResponse<String> noCase = console.get(ROOM + "?purpose=LIFE_SAFETY");
        HttpResponse<String> absent = console.get(ROOM.replace("manual:1", "manual:9") + STATED);

        // Then
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(none).path("field").asText()).isEqualTo("purpose");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(noCase.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(noCase).path("field").asText()).isEqualTo("caseNumber");
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(console.ledger.of(LedgerEntryType.DENY)).hasSize(3);
        assertThat(console.ledger.of(LedgerEntryType.VIEW)).isEmpty();
    }

    @Test
    @Control("AUD-01")
    void noPostLeavesWhileTheLedgerIsDown() throws Exception {
        // Given
        console.ledger.down();

        // When
        JsonNode event = firstEvent(ROOM + STATED);

        // Then
        assertThat(event.path("error").asText()).contains("ledger");
        assertThat(event.toString()).doesNotContain("Shots");
    }

    private JsonNode firstEvent(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(console.address() + path).toURL().openConnection();
        connection.setReadTimeout(10_000);
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(connection.getContentType()).startsWith("text/event-stream");
            String line = reader.readLine();
            while (line != null && !line.startsWith("data: ")) {
                line = reader.readLine();
            }
            assertThat(line).isNotNull();
            return new JsonMapper().readTree(line.substring("data: ".length()));
        } finally {
            connection.disconnect();
        }
    }
}
