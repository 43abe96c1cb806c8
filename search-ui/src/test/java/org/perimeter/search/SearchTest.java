// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.testkit.store.SampleIncident;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Searches over HTTP: purpose, ledger before results, one incident only, literal text. */
final class SearchTest {

    private static final String PATH = "/api/v1/incidents/manual:1/searches";
    private static final String STATED =
            "\"purpose\":\"LIFE_SAFETY\",\"caseNumber\":\"CASE-26-0001\"";

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        console = ConsoleFixture.started(folder);
        console.stores.incidents().put(SampleIncident.of("manual:1").incident());
        console.stores.incidents().put(SampleIncident.of("manual:2").incident());
        console.store(
                SamplePost.of("manual:1", "a").upsert(),
                SamplePost.of("manual:1", "b").withText("Everybody is safe at the park").upsert(),
                SamplePost.of("manual:2", "c").upsert());
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @Test
    @Control("AUD-02")
    void aSearchIsInTheLedgerWithItsQueryAndItsResults() throws Exception {
        // Given
        String body = "{" + STATED + ",\"text\":\"shots\"}";

        // When
        HttpResponse<String> answer = console.post(PATH, body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode page = ConsoleFixture.json(answer);
        assertThat(page.path("total").asLong()).isEqualTo(1);
        assertThat(page.path("items").path(0).path("id").asText()).isEqualTo("a");
        LedgerDraft entry = console.ledger.of(LedgerEntryType.SEARCH).get(0);
        assertThat(entry.payload())
                .contains("\"text\":\"shots\"")
                .contains("\"ids\":[\"a\"]")
                .contains("\"count\":1")
                .contains("\"purpose\":\"LIFE_SAFETY\"")
                .contains("\"caseNumber\":\"CASE-26-0001\"")
                .doesNotContain("Shots fired");
        assertThat(answer.headers().firstValue("Audit-Leaf"))
                .hasValue(page.path("auditLeaf").asText());
        assertThat(entry.rulebookHash()).isNotEmpty();
    }

    @Test
    void aSearchNeverReachesAnotherIncident() throws Exception {
        // Given
        String body = "{" + STATED + "}";

        // When
        HttpResponse<String> answer = console.post(PATH, body);

        // Then
        assertThat(ConsoleFixture.json(answer).path("items").findValuesAsText("incidentId"))
                .containsOnly("manual:1");
    }

    @Test
    @Control("AUD-01")
    void nothingLeavesWhileTheLedgerIsDown() throws Exception {
        // Given
        console.ledger.down();

        // When
        HttpResponse<String> answer = console.post(PATH, "{" + STATED + "}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("items", "Shots", "author-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purpose|{\"caseNumber\":\"CASE-26-0001\"}",
                "purpose|{}",
                "caseNumber|{\"purpose\":\"LIFE_SAFETY\"}",
                "caseNumber|{\"purpose\":\"LIFE_SAFETY\",\"caseNumber\":\"   \"}",
                "caseNumber|{\"purpose\":\"LIFE_SAFETY\",\"caseNumber\":\"investigation\"}",
                "caseNumber|{\"purpose\":\"LIFE_SAFETY\",\"caseNumber\":\"\\uD83D\\uDE97\"}"
            })
    @Control({"ACC-02", "AUD-02"})
    void aSearchWithoutPurposeOrCaseIsRefusedAndRecorded(String fieldAndBody) throws Exception {
        // Given
        String field = fieldAndBody.substring(0, fieldAndBody.indexOf('|'));
        String body = fieldAndBody.substring(field.length() + 1);

        // When
        HttpResponse<String> answer = console.post(PATH, body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.json(answer).path("reason").asText()).isEqualTo("NO_PURPOSE");
        assertThat(ConsoleFixture.json(answer).path("field").asText()).isEqualTo(field);
        assertThat(console.ledger.of(LedgerEntryType.SEARCH)).isEmpty();
        assertThat(console.ledger.of(LedgerEntryType.DENY)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit|\"limit\":1000000000",
                "limit|\"limit\":-1",
                "limit|\"limit\":0",
                "withinMeters|\"withinMeters\":0,\"center\":{\"lat\":0,\"lon\":0}",
                "withinMeters|\"withinMeters\":1e300,\"center\":{\"lat\":0,\"lon\":0}",
                "withinMeters|\"center\":{\"lat\":0,\"lon\":0}",
                "center|\"withinMeters\":10",
                "center|\"withinMeters\":10,\"center\":{\"lat\":91,\"lon\":0}",
                "until|\"since\":\"2026-11-24T12:00:00Z\",\"until\":\"2026-11-24T12:00:00Z\"",
                "after|\"after\":\"../../etc\"",
                "after|\"after\":\"\"",
                "purpose|\"purpose\":\"CURIOSITY\""
            })
    void aFieldOutOfRangeIsRefusedByName(String fieldAndMore) throws Exception {
        // Given
        String field = fieldAndMore.substring(0, fieldAndMore.indexOf('|'));
        String more = fieldAndMore.substring(field.length() + 1);
        String stated = more.contains("purpose") ? "\"caseNumber\":\"CASE-26-0001\"" : STATED;

        // When
        HttpResponse<String> answer = console.post(PATH, "{" + stated + "," + more + "}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ConsoleFixture.json(answer).path("field").asText()).isEqualTo(field);
    }

    @Test
    void tooManyWordsAreRefusedWithoutAskingTheStore() throws Exception {
        // Given
        console.stores.posts().faults().down();
        String words = "*a OR ".repeat(5000);

        // When
        HttpResponse<String> answer =
                console.post(PATH, "{" + STATED + ",\"text\":\"" + words + "\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ConsoleFixture.json(answer).path("field").asText()).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* OR _exists_:author",
                "{\\\"script\\\":{\\\"source\\\":\\\"1\\\"}}",
                "author:author-1",
                "_index:*",
                "/(zz+)+$/"
            })
    void queryLanguageIsLiteralText(String text) throws Exception {
        // Given
        String body = "{" + STATED + ",\"text\":\"" + text + "\"}";

        // When
        HttpResponse<String> answer = console.post(PATH, body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ConsoleFixture.json(answer).path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manual:404", "MANUAL:1", "manual:1%2e", "a b"})
    void anIncidentThatIsNotThereIsNotFoundAndRecorded(String id) throws Exception {
        // Given
        String path = "/api/v1/incidents/" + id.replace(" ", "%20") + "/searches";

        // When
        HttpResponse<String> answer = console.post(path, "{" + STATED + "}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(console.ledger.of(LedgerEntryType.DENY)).hasSize(1);
        assertThat(console.ledger.of(LedgerEntryType.SEARCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manual:2%2f..%2fmanual:1", "..%2f..%2fetc", "%00", "%ff"})
    void aPathThatTriesToEscapeIsRefused(String id) throws Exception {
        // Given
        String path = "/api/v1/incidents/" + id + "/searches";

        // When
        HttpResponse<String> answer = console.post(path, "{" + STATED + "}");

        // Then
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(console.ledger.of(LedgerEntryType.SEARCH)).isEmpty();
        assertThat(answer.body()).doesNotContain("items", "jetty", "Exception");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() throws Exception {
        // Given
        IntStream.range(0, 7)
                .forEach(
                        i ->
                                console.store(
                                        SamplePost.of("manual:1", "p" + i)
                                                .withWitnessedAt(
                                                        SamplePost.WITNESSED.plusSeconds(i + 1))
                                                .upsert()));
        List<String> seen = new ArrayList<>();
        String after = "";

        // When
        for (int page = 0; page < 5; page++) {
            JsonNode answer =
                    ConsoleFixture.json(
                            console.post(PATH, "{" + STATED + ",\"limit\":2" + after + "}"));
            answer.path("items").forEach(item -> seen.add(item.path("id").asText()));
            after = ",\"after\":\"" + answer.path("next").asText() + "\"";
        }

        // Then
        assertThat(seen).containsExactly("p6", "p5", "p4", "p3", "p2", "p1", "p0", "a", "b");
    }

    @Test
    void aHostilePostStaysText() throws Exception {
        // Given
        String hostile = "</script><svg onload=alert(1)> \u202E javascript:alert(1)";
        console.store(SamplePost.of("manual:1", "x").withText(hostile).upsert());

        // When
        HttpResponse<String> answer = console.post(PATH, "{" + STATED + ",\"text\":\"svg\"}");

        // Then
        assertThat(ConsoleFixture.json(answer).path("items").path(0).path("text").asText())
                .isEqualTo(hostile);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aStoreThatIsDownIsSaidPlainly() throws Exception {
        // Given
        console.stores.posts().faults().down();

        // When
        HttpResponse<String> answer = console.post(PATH, "{" + STATED + "}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(ConsoleFixture.json(answer).path("error").asText()).contains("store");
        assertThat(console.ledger.of(LedgerEntryType.SEARCH)).isEmpty();
    }
}
