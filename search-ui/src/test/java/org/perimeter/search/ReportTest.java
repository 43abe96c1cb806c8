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
import org.perimeter.connectors.spi.store.retention.Erasure;
import org.perimeter.connectors.testkit.store.SampleIncident;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.decision.Stage;

import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
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
        JsonNode protectedPlaces = held.path("classes").path(0);
        assertThat(protectedPlaces.path("retentionClass").asText()).isEqualTo("R0");
        assertThat(protectedPlaces.path("limitHours").asLong()).isEqualTo(24);
        assertThat(protectedPlaces.path("oldestDeleteBy").asText()).isEqualTo("2026-11-22");
        assertThat(protectedPlaces.path("hoursLeft").asLong()).isEqualTo(-36);
        assertThat(held.path("classes").path(1).path("posts").asLong()).isEqualTo(1);
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
                                "collectingMillis", 6_000_000L,
                                "shutMillis/LEDGER_NOT_DRAINED", 600_000L,
                                "deletesAsked", 3L,
                                "erased", 2L));

        // When
        JsonNode report = report();

        // Then
        assertThat(report.path("collection").path("seen").asLong()).isEqualTo(5000);
        assertThat(report.path("collection").path("admitted").asLong()).isEqualTo(30);
        assertThat(report.path("collection").path("redacted").asLong()).isEqualTo(12);
        assertThat(report.path("collection").path("dropped").asLong()).isEqualTo(900);
        assertThat(report.path("collection").path("admission").path("DROP/NOT_RELEVANT").asLong())
                .isEqualTo(900);
        JsonNode minutes = report.path("minutes");
        assertThat(minutes.path("incidentOpen").asDouble()).isEqualTo(120);
        assertThat(minutes.path("collecting").asDouble()).isEqualTo(100);
        assertThat(minutes.path("shut").path("LEDGER_NOT_DRAINED").asDouble()).isEqualTo(10);
        assertThat(minutes.path("unwatched").asDouble()).isEqualTo(10);
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
        assertThat(report.path("use").path("searchesByPurpose").path("LIFE_SAFETY").asLong())
                .isEqualTo(2);
        assertThat(report.path("use").path("denialsByRule").path("ACC-02").asLong()).isEqualTo(1);
        assertThat(report.path("ledger").path("unopened").asLong()).isZero();
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
        assertThat(console.ledger.of(LedgerEntryType.READ))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).contains("dead letters"));
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
        assertThat(rulebook.path("signers"))
                .extracting(JsonNode::asText)
                .containsExactly("rtcc.example.org/agency", "rtcc.example.org/board");
    }

    @Test
    void onlyTheDaysThatAreAskedForCount() throws Exception {
        // Given
        tally("2026-11-23", Map.of("seen", 1L, "standbyMillis", 60_000L));
        tally("2026-11-24", Map.of("seen", 10L));
        tally("2026-11-26", Map.of("seen", 100L));
        console.get("/api/v1/alerts");
        console.clock.advance(Duration.ofDays(2));
        console.get("/api/v1/alerts");
        console.get("/api/v1/alerts");

        // When
        JsonNode first = report("?from=2026-11-23&to=2026-11-24");
        JsonNode last = report("?from=2026-11-26&to=2026-11-26");

        // Then
        assertThat(first.path("collection").path("seen").asLong()).isEqualTo(11);
        assertThat(first.path("minutes").path("standby").asDouble()).isEqualTo(1);
        assertThat(first.path("use").path("alertViews").asLong()).isEqualTo(1);
        assertThat(first.path("minutes").path("incidentOpen").asDouble()).isEqualTo(6 * 60);
        assertThat(last.path("collection").path("seen").asLong()).isEqualTo(100);
        assertThat(last.path("use").path("alertViews").asLong()).isEqualTo(2);
        assertThat(last.path("minutes").path("incidentOpen").asDouble()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=24.11.2026",
                "from=2026-11-25&to=2026-11-24",
                "from=2020-01-01&to=2026-11-24",
                "edition=secret",
                "to="
            })
    void aPeriodOrEditionThatIsNoneIsRefused(String query) throws Exception {
        // Given the console

        // When
        HttpResponse<String> answer = console.get("/api/v1/report?" + query);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ConsoleFixture.json(answer).path("field").asText())
                .isEqualTo(query.substring(0, query.indexOf('=')));
        assertThat(console.ledger.of(LedgerEntryType.REPORT)).isEmpty();
    }

    @Test
    void anIncidentThatWasReportedLateIsOpenFromItsEntryInTheLedger() throws Exception {
        // Given
        Instant told = ConsoleFixture.NOON.plus(Duration.ofHours(3));
        console.ledger.record(
                draft(
                        1,
                        LedgerEntryType.INCIDENT_OPEN,
                        told,
                        "COL-01",
                        "{\"incident\":\"manual:1\"}"));

        // When
        console.clock.advance(Duration.ofHours(12));

        // Then
        assertThat(report().path("minutes").path("incidentOpen").asDouble()).isEqualTo(60);
    }

    @Test
    void deletionsAlertsAndStoredPostsComeFromTheSealedEntries() throws Exception {
        // Given
        Instant at = ConsoleFixture.NOON;
        String batch = "{\"admitted\":30,\"dropped\":2,\"incident\":\"manual:1\",\"redacted\":12}";
        console.ledger.record(draft(1, LedgerEntryType.COLLECT_BATCH, at, "COL-01", batch));
        console.ledger.record(draft(2, LedgerEntryType.DELETE, at, "RET-03", "{\"items\":2}"));
        console.ledger.record(
                draft(
                        3,
                        LedgerEntryType.DELETE,
                        at,
                        "RET-01",
                        "{\"incident\":\"manual:0\",\"items\":7}"));
        console.ledger.record(
                draft(4, LedgerEntryType.KEY_DESTROY, at, "IDN-04", "{\"incident\":\"manual:0\"}"));
        alert(5, "a", "RAISED");
        alert(6, "a", "RAISED");
        alert(7, "a", "CONFIRMED");
        alert(8, "b", "RAISED");
        alert(9, "b", "RETRACTED");

        // When
        JsonNode report = report();

        // Then
        assertThat(report.path("collection").path("ledgerStored").asLong()).isEqualTo(42);
        JsonNode deletions = report.path("deletions");
        assertThat(deletions.path("byDeadline").asLong()).isEqualTo(7);
        assertThat(deletions.path("keysDestroyed").asLong()).isEqualTo(1);
        assertThat(deletions.path("receipts").asLong()).isEqualTo(3);
        assertThat(deletions.path("done"))
                .extracting(done -> done.path("what").asText())
                .containsExactly(
                        "the key of incident manual:0",
                        "posts of incident manual:0",
                        "posts deleted or changed on their platform");
        assertThat(report.path("alerts").path("raised").asLong()).isEqualTo(2);
        assertThat(report.path("alerts").path("confirmed").asLong()).isEqualTo(1);
        assertThat(report.path("alerts").path("retracted").asLong()).isEqualTo(1);
    }

    @Test
    @Control("RET-02")
    void deletionsThatWereCutShortAreCounted() throws Exception {
        // Given
        Instant at = ConsoleFixture.NOON;
        console.ledger.record(
                draft(1, LedgerEntryType.INTENT, at, "RET-01", "{\"erasure\":\"e1\"}"));
        console.ledger.record(
                draft(
                        2,
                        LedgerEntryType.INTENT,
                        at,
                        "RET-01",
                        "{\"erasure\":\"e1\",\"resumed\":true}"));
        console.stores
                .retentionDiary()
                .begin(
                        new Erasure("e1", Erasure.Kind.KEY, null, "manual:1", List.of(), "", at),
                        draft(0, LedgerEntryType.INTENT, at, "IDN-04", "{}"));

        // When
        JsonNode deletions = report().path("deletions");

        // Then
        assertThat(deletions.path("resumed").asLong()).isEqualTo(1);
        assertThat(deletions.path("unfinished").asLong()).isEqualTo(1);
        assertThat(page("").body())
                .contains("Deletions cut short and taken up again")
                .contains("Deletions begun and not done yet");
    }

    @Test
    void anErasedPayloadIsSaidToBeMissing() throws Exception {
        // Given
        long index =
                console.ledger.record(
                        draft(
                                1,
                                LedgerEntryType.DELETE,
                                ConsoleFixture.NOON,
                                "RET-01",
                                "{\"items\":7}"));
        console.ledger.payloads().erase(index);

        // When
        JsonNode report = report();

        // Then
        assertThat(report.path("ledger").path("verified").asBoolean()).isTrue();
        assertThat(report.path("ledger").path("unopened").asLong()).isEqualTo(1);
        assertThat(report.path("deletions").path("done").path(0).has("items")).isFalse();
        assertThat(page("").body()).contains("1 entry of the audit log cannot be opened");
    }

    @Test
    @Control("OUT-02")
    void thePublicEditionNamesNoGroupOfFewAndListsNothing() throws Exception {
        // Given
        for (int i = 0; i < 12; i++) {
            search("LIFE_SAFETY");
        }
        search("REVIEW");

        // When
        JsonNode shown = report("?edition=public");
        JsonNode board = report("?edition=board");
        JsonNode auditor = report("?edition=auditor");

        // Then
        assertThat(shown.path("use").path("searchesByPurpose").toString())
                .isEqualTo("{\"OTHER\":13}");
        assertThat(board.path("use").path("searchesByPurpose").path("REVIEW").asLong())
                .isEqualTo(1);
        assertThat(board.path("ledger").path("listed")).isEmpty();
        assertThat(auditor.path("ledger").path("listed")).hasSizeGreaterThan(13);
    }

    @Test
    void thePageHoldsTheSameNumbersAndNeedsNothingButItself() throws Exception {
        // Given
        tally("2026-11-24", Map.of("seen", 12_345L));
        console.store(post("inside").upsert());

        // When
        HttpResponse<String> answer = page("?from=2026-11-24&to=2026-11-24");

        // Then
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.body())
                .startsWith("<!doctype html>")
                .contains(
                        "12,345", "24 November 2026", "Nothing is held that was collected outside")
                .doesNotContain("<script", "<img", "<link", " src=", " href=", "@import", "url(");
        String style = answer.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        String hash =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-" + hash + "'");
        assertThat(console.ledger.of(LedgerEntryType.REPORT)).hasSize(1);
    }

    @Test
    void thePageSaysWhatIsWrongFirst() throws Exception {
        // Given
        console.store(SamplePost.of("manual:unknown", "stray").upsert());

        // When
        String page = page("").body();

        // Then
        assertThat(page)
                .contains("This report asks for your attention")
                .contains("1 stored post belongs to no open time of an incident")
                .doesNotContain("Nothing is held that was collected outside");
    }

    private HttpResponse<String> page(String query) throws Exception {
        HttpResponse<String> answer = console.get("/report" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private void search(String purpose) throws Exception {
        String search =
                "{\"purpose\":\"" + purpose + "\",\"caseNumber\":\"CASE-26-0001\",\"text\":\"x\"}";
        console.post("/api/v1/incidents/manual:1/searches", search);
    }

    private void tally(String day, Map<String, Long> counts) {
        console.stores.tallies().put("gate-0", LocalDate.parse(day), ConsoleFixture.NOON, counts);
    }

    private void alert(long sequence, String id, String state) {
        console.ledger.record(
                draft(
                        sequence,
                        LedgerEntryType.ALERT,
                        ConsoleFixture.NOON,
                        "OUT-03",
                        "{\"alert\":\"" + id + "\",\"state\":\"" + state + "\"}"));
    }

    private static LedgerDraft draft(
            long sequence, LedgerEntryType type, Instant at, String rule, String payload) {
        return new LedgerDraft("jobs", sequence, type, at, rule, "", Outcome.DROP, "jobs", payload);
    }

    private JsonNode report() throws Exception {
        return report("");
    }

    private JsonNode report(String query) throws Exception {
        HttpResponse<String> answer = console.get("/api/v1/report" + query);
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
