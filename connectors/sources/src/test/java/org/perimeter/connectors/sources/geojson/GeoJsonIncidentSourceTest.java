// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.sources.ManualClock;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class GeoJsonIncidentSourceTest {

    private static final String SHAPE = "{\"type\":\"Point\",\"coordinates\":[5,5]}";
    private static final String BOW_TIE =
            "{\"type\":\"Polygon\",\"coordinates\":"
                    + "[[[5,5],[5.01,5.01],[5,5.01],[5.01,5],[5,5]]]}";

    private static final Rulebook RULES =
            RulebookDraft.parse(
                            RulebookTemplate.render(
                                    "Invented City RTCC", LocalDate.parse("2026-11-01")))
                    .rulebook()
                    .orElseThrow();

    @TempDir private Path folder;
    private final ManualClock clock = new ManualClock("2026-11-24T12:00:00Z");
    private SourceCursor cursor = SourceCursor.START;

    @Test
    void deliversEachIncidentOnceAndThenItsChanges() {
        // Given
        IncidentSource source = source();
        write(collection(false, feature("a", "Fire"), feature("b", "Robbery")));
        List<IncidentStatement> first = poll(source);
        FetchOutcome<IncidentStatement> unchanged = source.fetch(cursor);
        write(collection(false, feature("a", "Fire, second alarm"), feature("b", "Robbery")));

        // When
        List<IncidentStatement> second = poll(source);

        // Then
        assertThat(first).extracting(IncidentStatement::id).containsExactly("cad:a", "cad:b");
        assertThat(unchanged).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(second).extracting(IncidentStatement::id).containsExactly("cad:a");
        assertThat(second.get(0).times().revision()).isGreaterThan(first.get(0).times().revision());
    }

    @Test
    void offersAgainWhatTheReaderCouldNotKeep() {
        // Given
        IncidentSource source = source();
        write(collection(false, feature("a", "Fire")));
        source.fetch(cursor);

        // When
        List<IncidentStatement> again = poll(source);

        // Then
        assertThat(again).hasSize(1);
    }

    @Test
    void givesTheSameVersionsWhenTheFileIsReadAgainAfterARestart() {
        // Given
        write(collection(false, feature("a", "Fire")));
        List<IncidentStatement> before = poll(source());
        clock.advance(Duration.ofHours(1));
        cursor = SourceCursor.START;

        // When
        List<IncidentStatement> after = poll(source());

        // Then
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"type\":\"FeatureCollection\",\"features\":[",
                "<html>502 Bad Gateway</html>",
                "[]",
                "{\"type\":\"Topology\"}"
            })
    void closesNothingWhenTheFileIsBroken(String content) {
        // Given
        IncidentSource source = source();
        write(collection(true, feature("a", "Fire")));
        poll(source);
        write(content);
        FetchOutcome<IncidentStatement> broken = source.fetch(cursor);
        write(collection(true, feature("a", "Fire")));

        // When
        List<IncidentStatement> afterwards = poll(source);

        // Then
        assertThat(broken).isInstanceOf(FetchOutcome.Failed.class);
        assertThat(afterwards).isEmpty();
    }

    @Test
    void waitsForAFileThatIsMissing() throws IOException {
        // Given
        IncidentSource source = source();
        FetchOutcome<IncidentStatement> before = source.fetch(cursor);
        write(collection(true, feature("a", "Fire")));
        poll(source);
        Files.delete(file());

        // When
        FetchOutcome<IncidentStatement> after = source.fetch(cursor);

        // Then
        assertThat(before).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(after).isInstanceOf(FetchOutcome.NotModified.class);
    }

    @Test
    void closesNothingHoweverOftenASnapshotIsEmpty() {
        // Given
        IncidentSource source = source();
        write(collection(true, feature("a", "Fire"), feature("b", "Robbery")));
        poll(source);

        // When
        List<IncidentStatement> changes =
                Stream.generate(
                                () -> {
                                    write(collection(true));
                                    return poll(source);
                                })
                        .limit(4)
                        .flatMap(List::stream)
                        .toList();

        // Then
        assertThat(changes).isEmpty();
    }

    @Test
    void closesNothingThatVanishesFromACollectionThatIsNoSnapshot() {
        // Given
        IncidentSource source = source();
        write(collection(false, feature("a", "Fire"), feature("b", "Robbery")));
        poll(source);

        // When
        List<IncidentStatement> changes =
                Stream.generate(
                                () -> {
                                    write(collection(false, feature("b", "Robbery")));
                                    return poll(source);
                                })
                        .limit(3)
                        .flatMap(List::stream)
                        .toList();

        // Then
        assertThat(changes).isEmpty();
    }

    @Test
    void closesWhatTwoSnapshotsInARowLackAndStatesItAgainWhenItComesBack() {
        // Given
        IncidentSource source = source();
        write(collection(true, feature("a", "Fire"), feature("b", "Robbery")));
        IncidentStatement open = poll(source).get(0);
        write(collection(true, feature("b", "Robbery")));
        List<IncidentStatement> absentOnce = poll(source);
        write(collection(true, feature("b", "Robbery")));

        // When
        List<IncidentStatement> absentTwice = poll(source);

        // Then
        assertThat(absentOnce).isEmpty();
        assertThat(absentTwice).hasSize(1);
        IncidentStatement closed = absentTwice.get(0);
        assertThat(closed.id()).isEqualTo("cad:a");
        assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(closed.times().revision()).isGreaterThan(open.times().revision());
        write(collection(true, feature("a", "Fire"), feature("b", "Robbery")));
        List<IncidentStatement> back = poll(source);
        assertThat(back)
                .extracting(IncidentStatement::status)
                .containsExactly(IncidentStatus.ACTIVE);
        assertThat(back.get(0).times().revision()).isGreaterThan(closed.times().revision());
    }

    @Test
    void closesNothingThatWasAbsentTwiceButNotInARow() {
        // Given
        IncidentSource source = source();
        String both = collection(true, feature("a", "Fire"), feature("b", "Robbery"));
        String one = collection(true, feature("b", "Robbery"));
        write(both);
        poll(source);

        // When
        List<IncidentStatement> changes =
                Stream.of(one, both, one)
                        .flatMap(
                                content -> {
                                    write(content);
                                    return poll(source).stream();
                                })
                        .toList();

        // Then
        assertThat(changes).isEmpty();
    }

    @Test
    void keepsAnIncidentOpenWhoseFeatureIsThereButBroken() {
        // Given
        IncidentSource source = source();
        write(collection(true, feature("a", "Fire"), feature("b", "Robbery")));
        poll(source);
        String broken = collection(true, feature("a", ""), feature("b", "Robbery"));

        // When
        List<IncidentStatement> changes =
                Stream.of(broken, broken, broken)
                        .flatMap(
                                content -> {
                                    write(content);
                                    return poll(source).stream();
                                })
                        .toList();

        // Then
        assertThat(changes).isEmpty();
    }

    @Test
    void keepsTheGoodFeaturesAndRefusesTheBadOnesByReason() {
        // Given
        write(
                collection(
                        false,
                        feature("a", "Fire"),
                        feature("b", ""),
                        feature("c", "Far").replace("[5,5]", "[500,5]"),
                        feature("d", "Late").replace("\"priority\":1", "\"openedAt\":\"soon\""),
                        feature("e", "Vigil").replace("FIRE", "VIGIL"),
                        feature("f", "Crossing").replace(SHAPE, BOW_TIE)));

        // When
        FetchOutcome<IncidentStatement> outcome = source().fetch(cursor);

        // Then
        assertThat(outcome).isInstanceOf(FetchOutcome.Batch.class);
        FetchOutcome.Batch<IncidentStatement> batch =
                (FetchOutcome.Batch<IncidentStatement>) outcome;
        assertThat(batch.items()).extracting(IncidentStatement::id).containsExactly("cad:a");
        assertThat(batch.rejected())
                .extracting(DeadLetter::reason)
                .containsExactly(
                        DeadLetterReason.MISSING_FIELD,
                        DeadLetterReason.BAD_COORDINATES,
                        DeadLetterReason.BAD_TIMESTAMP,
                        DeadLetterReason.UNSUPPORTED_TYPE,
                        DeadLetterReason.BAD_GEOMETRY);
        assertThat(batch.rejected()).extracting(DeadLetter::id).doesNotHaveDuplicates();
        assertThat(batch.finished()).isFalse();
    }

    @Test
    void readsNothingWithoutARulebookInForce() {
        // Given
        write(collection(false, feature("a", "Fire")));
        IncidentSource source = new GeoJsonIncidentSource("cad", file(), Optional::empty, clock);

        // When
        FetchOutcome<IncidentStatement> outcome = source.fetch(SourceCursor.START);

        // Then
        assertThat(outcome)
                .isEqualTo(new FetchOutcome.Failed<IncidentStatement>("no rulebook is in force"));
    }

    private List<IncidentStatement> poll(IncidentSource source) {
        FetchOutcome<IncidentStatement> outcome = source.fetch(cursor);
        assertThat(outcome).isInstanceOf(FetchOutcome.Batch.class);
        FetchOutcome.Batch<IncidentStatement> batch =
                (FetchOutcome.Batch<IncidentStatement>) outcome;
        cursor = batch.next();
        return batch.items();
    }

    private IncidentSource source() {
        return new GeoJsonIncidentSource("cad", file(), () -> Optional.of(RULES), clock);
    }

    private Path file() {
        return folder.resolve("incidents.geojson");
    }

    /** Writes the file as if a minute had gone by since the last time. */
    private void write(String content) {
        clock.advance(Duration.ofMinutes(1));
        try {
            Files.writeString(file(), content);
            Files.setLastModifiedTime(file(), FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String collection(boolean snapshot, String... features) {
        return Stream.of(features)
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"type\":\"FeatureCollection\",\"snapshot\":"
                                        + snapshot
                                        + ",\"features\":[",
                                "]}"));
    }

    private static String feature(String id, String title) {
        return """
        {"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[5,5]},\
        "properties":{"title":"%s","category":"FIRE","priority":1,"caseNumber":"26-1",\
        "radiusMeters":400}}"""
                .formatted(id, title);
    }
}
