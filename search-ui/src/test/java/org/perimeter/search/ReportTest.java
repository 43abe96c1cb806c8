// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.SampleIncident;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.policy.model.DeadLetter;
import org.perimeter.policy.model.DeadLetterReason;
import org.perimeter.policy.model.LedgerEntryType;
import org.perimeter.policy.model.RetentionClass;
import org.perimeter.policy.model.Stage;

import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The oversight report: its numbers are counted, so each of these can make it wrong. */
final class ReportTest {

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        console = ConsoleFixture.started(folder);
        console.stores.incidents().put(SampleIncident.of("manual:1").incident());
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @Test
    void postsWithinTheLifeOfTheirIncidentAreNotOutside() throws Exception {
        // Given
        console.store(
                post("inside").upsert(),
                post("rewound")
                        .withWitnessedAt(SampleIncident.OPENED.minus(Duration.ofMinutes(5)))
                        .upsert());

        // When
        JsonNode report = report();

        // Then
        assertThat(report.path("outsideIncidents").path("total").asLong()).isZero();
        assertThat(report.path("held").path("total").asLong()).isEqualTo(2);
    }

    @Test
    void postsOutsideAreCountedByKind() throws Exception {
        // Given
        console.store(
                post("inside").upsert(),
                post("early")
                        .withWitnessedAt(SampleIncident.OPENED.minus(Duration.ofHours(1)))
                        .upsert(),
                post("late")
                        .withWitnessedAt(SampleIncident.OPENED.plus(Duration.ofHours(6)))
                        .upsert(),
                SamplePost.of("manual:unknown", "stray1").upsert(),
                SamplePost.of("manual:unknown", "stray2").upsert());

        // When
        JsonNode outside = report().path("outsideIncidents");

        // Then
        assertThat(outside.path("beforeOpening").asLong()).isEqualTo(1);
        assertThat(outside.path("afterEnd").asLong()).isEqualTo(1);
        assertThat(outside.path("unknownIncident").asLong()).isEqualTo(2);
        assertThat(outside.path("total").asLong()).isEqualTo(4);
    }

    @Test
    void anItemPastItsLimitIsOverdue() throws Exception {
        // Given
        console.store(
                post("fresh").upsert(),
                post("old").withSlice(RetentionClass.R0, "2026-11-22").upsert());

        // When
        JsonNode held = report().path("held");

        // Then
        assertThat(held.path("overdue").asLong()).isEqualTo(1);
        assertThat(held.path("oldest").path("deleteByDay").asText()).isEqualTo("2026-11-22");
        assertThat(held.path("oldest").path("daysLeft").asLong()).isEqualTo(-2);
    }

    @Test
    void decisionsTimesAndDeletionsComeFromTheTallies() throws Exception {
        // Given
        console.stores
                .tallies()
                .put(
                        "gate-0",
                        LocalDate.parse("2026-11-24"),
                        ConsoleFixture.NOON,
                        Map.of(
                                "seen", 5000L,
                                "gate/COLLECT/ALLOWED", 4000L,
                                "admission/ADMIT/ALLOWED", 30L,
                                "admission/REDACT/IDENTIFIERS_REPLACED", 12L,
                                "admission/DROP/NOT_RELEVANT", 900L,
                                "collectingMillis", 7_200_000L,
                                "deletesAsked", 3L,
                                "erased", 2L));

        // When
        JsonNode report = report();

        // Then
        assertThat(report.path("collection").path("seen").asLong()).isEqualTo(5000);
        assertThat(report.path("collection").path("admitted").asLong()).isEqualTo(42);
        assertThat(report.path("collection").path("admission").path("DROP/NOT_RELEVANT").asLong())
                .isEqualTo(900);
        assertThat(report.path("minutes").path("collecting").asDouble()).isEqualTo(120);
        assertThat(report.path("minutes").path("incidentOpen").asDouble()).isEqualTo(120);
        assertThat(report.path("deletions").path("asked").asLong()).isEqualTo(3);
        assertThat(report.path("deletions").path("erased").asLong()).isEqualTo(2);
    }

    @Test
    void overlappingIncidentsCountTheirTimeOnce() throws Exception {
        // Given
        console.stores
                .incidents()
                .put(
                        SampleIncident.of("manual:2")
                                .withOpenedAt(SampleIncident.OPENED.plus(Duration.ofHours(1)))
                                .incident());

        // When
        console.clock.advance(Duration.ofHours(24));

        // Then
        assertThat(report().path("minutes").path("incidentOpen").asDouble()).isEqualTo(7 * 60);
    }

    @Test
    void usesAndDenialsComeFromTheLedger() throws Exception {
        // Given
        String search =
                "{\"purpose\":\"LIFE_SAFETY\",\"caseNumber\":\"CASE-26-0001\",\"text\":\"x\"}";
        console.post("/api/v1/incidents/manual:1/searches", search);
        console.post("/api/v1/incidents/manual:1/searches", search);
        console.post("/api/v1/incidents/manual:1/searches", "{}");
        console.get("/api/v1/alerts");

        // When
        JsonNode report = report();

        // Then
        assertThat(report.path("use").path("searches").asLong()).isEqualTo(2);
        assertThat(report.path("use").path("denials").asLong()).isEqualTo(1);
        assertThat(report.path("use").path("alertViews").asLong()).isEqualTo(1);
        assertThat(report.path("ledger").path("verified").asBoolean()).isTrue();
        assertThat(report.path("ledger").path("size").asLong()).isEqualTo(5);
        assertThat(console.ledger.of(LedgerEntryType.REPORT)).hasSize(1);
    }

    @Test
    void deadLettersAreCountedByReason() throws Exception {
        // Given
        console.stores
                .deadLetters()
                .write(
                        List.of(
                                new DeadLetter(
                                        "d1",
                                        Stage.INGEST,
                                        DeadLetterReason.MALFORMED_JSON,
                                        "exercise",
                                        "line 7",
                                        ConsoleFixture.NOON)))
                .toCompletableFuture()
                .join();

        // When
        JsonNode report = report();

        // Then
        assertThat(report.path("deadLetters").path("INGEST/MALFORMED_JSON").asLong()).isEqualTo(1);
        JsonNode list = ConsoleFixture.json(console.get("/api/v1/dead-letters"));
        assertThat(list.path("items").path(0).path("reference").asText()).isEqualTo("line 7");
    }

    @Test
    void aChangedLedgerIsReportedAsNotVerified() throws Exception {
        // Given
        console.get("/api/v1/alerts");
        flipOneByte(entryBundle());

        // When
        JsonNode report = report();

        // Then
        assertThat(report.path("ledger").path("verified").asBoolean()).isFalse();
        assertThat(report.path("ledger").path("problem").asText()).contains("entry");
    }

    @Test
    void theRulebookAndItsRemainingDaysAreTold() throws Exception {
        // Given the fixture's rulebook

        // When
        JsonNode rulebook = report().path("rulebook");

        // Then
        assertThat(rulebook.path("inForce").asBoolean()).isTrue();
        assertThat(rulebook.path("daysToSunset").asLong()).isEqualTo(341);
    }

    private JsonNode report() throws Exception {
        HttpResponse<String> answer = console.get("/api/v1/report");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ConsoleFixture.json(answer);
    }

    private static SamplePost post(String id) {
        return SamplePost.of("manual:1", id);
    }

    private Path entryBundle() throws Exception {
        try (Stream<Path> files = Files.walk(console.ledger.folder().resolve("tile/entries"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static void flipOneByte(Path file) throws Exception {
        file.toFile().setWritable(true);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(20);
            int before = bytes.read();
            bytes.seek(20);
            bytes.write(before ^ 1);
        }
    }
}
