// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Incidents over HTTP, on a real server with a real ledger. */
final class IncidentsTest {

    private static final String CIRCLE =
            """
            {"type":"Feature","id":"7","geometry":{"type":"Point","coordinates":[-125.39,-45.87]},
             "properties":{"title":"Shots at the mall","category":"SHOOTING","priority":1,
                           "caseNumber":"26-0007","radiusMeters":800}}
            """;

    private static final String CROSSING =
            """
            {"type":"Feature","id":"8","geometry":{"type":"Polygon","coordinates":
              [[[-125.40,-45.88],[-125.39,-45.87],[-125.40,-45.87],[-125.39,-45.88],[-125.40,-45.88]]]},
             "properties":{"title":"Drawn in haste","category":"FIRE","caseNumber":"26-0008"}}
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
    @Control("AUD-02")
    void aPushedIncidentIsLiveAndInTheLedger() throws Exception {
        // Given nothing

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", CIRCLE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ConsoleFixture.json(answer).path("accepted").path(0).asText())
                .isEqualTo("push:7");
        Incident stored = console.stores.incidents().find("push:7").orElseThrow();
        assertThat(stored.isLive(console.clock.instant())).isTrue();
        assertThat(stored.updatedAt()).isEqualTo(ConsoleFixture.NOON);
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_OPEN))
                .singleElement()
                .satisfies(
                        draft ->
                                assertThat(draft.payload())
                                        .contains("\"incident\":\"push:7\"")
                                        .contains("\"caseNumber\":\"26-0007\""));
    }

    @Test
    void theSamePushAgainChangesNothing() throws Exception {
        // Given
        console.post("/api/v1/incidents", CIRCLE);

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", CIRCLE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ConsoleFixture.json(answer).path("unchanged").path(0).asText())
                .isEqualTo("push:7");
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_OPEN)).hasSize(1);
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_UPDATE)).isEmpty();
    }

    @Test
    @Control({"COL-03", "COL-10"})
    void whatASenderSaysOfTimesAndVersionsStretchesNothing() throws Exception {
        // Given
        Instant noon = ConsoleFixture.NOON;
        String claims =
                pushed(
                        "7",
                        800,
                        "\"openedAt\":\"%s\",\"updatedAt\":\"%s\",\"expiresAt\":\"%s\",\"version\":%d"
                                .formatted(
                                        noon.minus(Duration.ofHours(6)),
                                        noon.plus(Duration.ofHours(60)),
                                        noon.plus(Duration.ofHours(66)),
                                        Long.MAX_VALUE));

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", claims);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Incident stored = console.stores.incidents().find("push:7").orElseThrow();
        assertThat(stored.openedAt()).isEqualTo(noon.minus(Duration.ofMinutes(10)));
        assertThat(stored.expiresAt()).isEqualTo(stored.openedAt().plus(Duration.ofHours(6)));
        assertThat(stored.version()).isEqualTo(1);
        console.post("/api/v1/incidents/push:7/close", "{\"reason\":\"all clear\"}");
        assertThat(console.stores.incidents().find("push:7").orElseThrow().status())
                .isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    @Control("COL-03")
    void aPushDoesNotReopenWhatWasClosedAndIsToldHow() throws Exception {
        // Given
        console.post("/api/v1/incidents", pushed("7", 800, "\"version\":1"));
        console.post("/api/v1/incidents/push:7/close", "{\"reason\":\"all clear\"}");

        // When
        HttpResponse<String> again =
                console.post("/api/v1/incidents", pushed("7", 800, "\"version\":2"));
        HttpResponse<String> anew =
                console.post("/api/v1/incidents", pushed("8", 800, "\"reopens\":\"push:7\""));

        // Then
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(again).at("/rejected/0/error").asText())
                .contains("COL-03", "reopens");
        assertThat(anew.statusCode()).isEqualTo(200);
        HttpResponse<String> shown = console.get("/api/v1/incidents/push:8");
        assertThat(ConsoleFixture.json(shown).path("reopens").asText()).isEqualTo("push:7");
        assertThat(console.stores.incidents().find("push:7").orElseThrow().status())
                .isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    @Control("COL-02")
    void aFenceGrowsOnlyForAReasonThatIsInTheLedger() throws Exception {
        // Given
        console.post("/api/v1/incidents", pushed("7", 800, "\"version\":1"));

        // When
        HttpResponse<String> bare =
                console.post("/api/v1/incidents", pushed("7", 900, "\"version\":2"));
        HttpResponse<String> reasoned =
                console.post(
                        "/api/v1/incidents",
                        pushed("7", 900, "\"version\":2,\"reason\":\"second scene\""));

        // Then
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(bare).at("/rejected/0/path").asText())
                .isEqualTo("properties.reason");
        assertThat(reasoned.statusCode()).isEqualTo(200);
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_UPDATE))
                .singleElement()
                .satisfies(draft -> assertThat(draft.payload()).contains("second scene"));
    }

    @Test
    @Control("COL-03")
    void aRenewalNeedsSupervisorAndReasonAndIsInTheLedger() throws Exception {
        // Given
        console.post("/api/v1/incidents", CIRCLE);
        console.clock.advance(Duration.ofHours(5));

        // When
        HttpResponse<String> nobody =
                console.post("/api/v1/incidents/push:7/renew", "{\"reason\":\"search\"}");
        HttpResponse<String> renewed =
                console.post(
                        "/api/v1/incidents/push:7/renew",
                        "{\"supervisor\":\"Lt. Vale\",\"reason\":\"search\"}");

        // Then
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(ConsoleFixture.json(nobody).path("field").asText()).isEqualTo("supervisor");
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(ConsoleFixture.json(renewed).path("renewalsLeft").asInt()).isEqualTo(2);
        assertThat(console.stores.incidents().find("push:7").orElseThrow().expiresAt())
                .isEqualTo(console.clock.instant().plus(Duration.ofHours(6)));
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_UPDATE))
                .singleElement()
                .satisfies(draft -> assertThat(draft.payload()).contains("Lt. Vale", "search"));
    }

    @Test
    @Control("COL-03")
    void anIncidentThatIsOverIsNotRenewed() throws Exception {
        // Given
        console.post("/api/v1/incidents", CIRCLE);
        console.clock.advance(Duration.ofHours(6));

        // When
        HttpResponse<String> answer =
                console.post(
                        "/api/v1/incidents/push:7/renew",
                        "{\"supervisor\":\"Lt. Vale\",\"reason\":\"search\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(answer).path("error").asText()).contains("COL-03");
    }

    @Test
    @Control("FAS-01")
    void noFlagApprovesAProtectedPlaceAndTwoPeopleDo() throws Exception {
        // Given
        String flagged = "\"protectedPlace\":true,\"protectedPlaceApproved\":true";
        console.post("/api/v1/incidents", pushed("7", 800, flagged));
        Incident proposed = console.stores.incidents().find("push:7").orElseThrow();
        console.post("/api/v1/incidents", pushed("7", 700, "\"reason\":\"smaller\""));
        Incident unflagged = console.stores.incidents().find("push:7").orElseThrow();

        // When
        HttpResponse<String> legal = approve("LEGAL", "Ada Moor");
        HttpResponse<String> same = approve("COMMAND", "Ada Moor");
        HttpResponse<String> command = approve("COMMAND", "Cpt. Roy");

        // Then
        assertThat(proposed.isLive(console.clock.instant())).isFalse();
        assertThat(proposed.protectedPlaceApproved()).isFalse();
        assertThat(unflagged.protectedPlace()).isTrue();
        assertThat(ConsoleFixture.json(legal).path("live").asBoolean()).isFalse();
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(same).path("error").asText()).contains("FAS-01");
        assertThat(ConsoleFixture.json(command).path("live").asBoolean()).isTrue();
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_OPEN))
                .singleElement()
                .satisfies(draft -> assertThat(draft.payload()).contains("Cpt. Roy", "COMMAND"));
    }

    private HttpResponse<String> approve(String role, String person) throws Exception {
        return console.post(
                "/api/v1/incidents/push:7/approve",
                "{\"role\":\"%s\",\"person\":\"%s\"}".formatted(role, person));
    }

    /** The circle with a radius and some more properties. */
    private static String pushed(String id, int radius, String more) {
        return CIRCLE.replace("\"id\":\"7\"", "\"id\":\"" + id + "\"")
                .replace("\"radiusMeters\":800", "\"radiusMeters\":" + radius + "," + more);
    }

    @Test
    void aFenceThatCrossesItselfIsRefusedWithItsPath() throws Exception {
        // Given a bow tie

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", CROSSING);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(answer).path("rejected").path(0).path("path").asText())
                .startsWith("geometry");
        assertThat(ConsoleFixture.json(answer).path("rejected").path(0).path("error").asText())
                .isNotEmpty();
        assertThat(console.stores.incidents().list(10)).isEmpty();
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_OPEN)).isEmpty();
        assertThat(console.ledger.of(LedgerEntryType.DENY))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).contains("OPEN_INCIDENT"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[179.99,10],[-179.99,10],[-179.99,10.01],[179.99,10.01],[179.99,10]] | 180th",
                "[[180,10],[179.99,10],[179.99,10.01],[180,10.01],[180,10]] | 180th",
                "[[10,90],[10.01,90],[10.01,89.99],[10,90]] | pole",
                "[[10,91],[10.01,91],[10.01,90.99],[10,91]] | [longitude, latitude] in degrees",
                "[[181,10],[181.01,10],[181.01,10.01],[181,10]] | [longitude, latitude] in degrees",
                "[[1e400,10],[10.01,10],[10.01,10.01],[10,10]] | [longitude, latitude] in degrees",
                "[[\"x\",10],[10.01,10],[10.01,10.01],[10,10]] | [longitude, latitude] in degrees"
            })
    void aFenceThatIsNowhereIsRefusedInWords(String ring, String word) throws Exception {
        // Given
        String feature =
                """
                {"type":"Feature","id":"9","geometry":{"type":"Polygon","coordinates":[%s]},
                 "properties":{"title":"Drill","category":"SHOOTING","priority":1,
                               "caseNumber":"26-0009"}}
                """
                        .formatted(ring);

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", feature);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
        assertThat(answer.body()).contains(word);
        assertThat(console.stores.incidents().list(10)).isEmpty();
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_OPEN)).isEmpty();
    }

    @Test
    void oneBadFeatureDoesNotKeepTheOthersOut() throws Exception {
        // Given
        String both =
                "{\"type\":\"FeatureCollection\",\"features\":[" + CROSSING + "," + CIRCLE + "]}";

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", both);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ConsoleFixture.json(answer).path("accepted")).hasSize(1);
        assertThat(ConsoleFixture.json(answer).path("rejected").path(0).path("index").asInt())
                .isZero();
    }

    @Test
    @Control("AUD-02")
    void closingEndsCollectionAndIsInTheLedger() throws Exception {
        // Given
        console.post("/api/v1/incidents", CIRCLE);
        console.clock.advance(Duration.ofMinutes(5));

        // When
        HttpResponse<String> answer =
                console.post("/api/v1/incidents/push:7/close", "{\"reason\":\"all clear\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ConsoleFixture.json(answer).path("live").asBoolean()).isFalse();
        Incident stored = console.stores.incidents().find("push:7").orElseThrow();
        assertThat(stored.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(stored.closedAt()).isEqualTo(console.clock.instant());
        assertThat(console.ledger.of(LedgerEntryType.INCIDENT_CLOSE))
                .singleElement()
                .satisfies(draft -> assertThat(draft.payload()).contains("all clear"));
    }

    @Test
    void closingWithoutAReasonIsRefusedByName() throws Exception {
        // Given
        console.post("/api/v1/incidents", CIRCLE);

        // When
        HttpResponse<String> answer =
                console.post("/api/v1/incidents/push:7/close", "{\"reason\":\"   \"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ConsoleFixture.json(answer).path("field").asText()).isEqualTo("reason");
        assertThat(console.stores.incidents().find("push:7").orElseThrow().status())
                .isEqualTo(IncidentStatus.ACTIVE);
    }

    @Test
    void theListTellsLiveIncidentsFromOthers() throws Exception {
        // Given
        console.post("/api/v1/incidents", CIRCLE);
        console.post("/api/v1/incidents", CIRCLE.replace("\"7\"", "\"9\""));
        console.clock.advance(Duration.ofSeconds(1));
        console.post("/api/v1/incidents/push:9/close", "{\"reason\":\"mistake\"}");

        // When
        HttpResponse<String> answer = console.get("/api/v1/incidents?live=true");

        // Then
        assertThat(ConsoleFixture.json(answer).path("items")).hasSize(1);
        assertThat(ConsoleFixture.json(answer).path("items").path(0).path("id").asText())
                .isEqualTo("push:7");
    }

    @Test
    void anUnknownIncidentIsNotFoundAndTheAskingIsInTheLedger() throws Exception {
        // Given nothing

        // When
        HttpResponse<String> answer = console.get("/api/v1/incidents/push:404");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(console.ledger.of(LedgerEntryType.DENY)).hasSize(1);
    }

    @Test
    @Control("COL-01")
    void withoutARulebookInForceNothingCanBeOpened() throws Exception {
        // Given
        console.clock.advance(Duration.ofDays(800));

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", CIRCLE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(ConsoleFixture.json(answer).path("reason").asText())
                .isEqualTo("RULEBOOK_EXPIRED");
        assertThat(console.stores.incidents().list(10)).isEmpty();
        assertThat(console.ledger.of(LedgerEntryType.DENY))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).contains("RULEBOOK_EXPIRED"));
    }

    @Test
    @Control("AUD-02")
    void whoeverReadsIncidentsIsInTheLedger() throws Exception {
        // Given
        console.post("/api/v1/incidents", CIRCLE);

        // When
        HttpResponse<String> list = console.get("/api/v1/incidents");
        HttpResponse<String> one = console.get("/api/v1/incidents/push:7");

        // Then
        assertThat(list.headers().firstValue("Audit-Leaf")).isPresent();
        assertThat(one.headers().firstValue("Audit-Leaf")).isPresent();
        assertThat(console.ledger.of(LedgerEntryType.READ)).hasSize(2);
    }

    @Test
    @Control("AUD-01")
    void nothingIsOpenedWhileTheLedgerIsDown() throws Exception {
        // Given
        console.ledger.down();

        // When
        HttpResponse<String> answer = console.post("/api/v1/incidents", CIRCLE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(console.stores.incidents().list(10)).isEmpty();
    }

    @Test
    @Control("ACC-01")
    void anAnalystCannotOpenIncidents() throws Exception {
        // Given
        Path other = folder.resolve("other");
        try (ConsoleFixture analyst = new ConsoleFixture(other)) {
            analyst.writeRulebook(LocalDate.parse("2026-11-01"), true);
            analyst.start(List.of(Role.ANALYST));

            // When
            HttpResponse<String> answer = analyst.post("/api/v1/incidents", CIRCLE);

            // Then
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(ConsoleFixture.json(answer).path("reason").asText()).isEqualTo("ROLE");
            assertThat(analyst.ledger.of(LedgerEntryType.DENY)).hasSize(1);
        }
    }
}
