// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.perimeter.connectors.sources.ndjson.NdjsonFeed.note;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.sources.ManualClock;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.testkit.source.SourceReader;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.PostEvent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

final class NdjsonPostSourceTest {

    private static final Clock WALL = Clock.systemUTC();

    @TempDir private Path folder;

    @Test
    void finishesAtTheEndWhenItDoesNotFollow() {
        // Given
        NdjsonFeed feed = feed(0, false);
        feed.append(note(1) + "\r\n\n" + note(2));

        // When
        SourceReader reader = SourceReader.open(feed.source(), SourceCursor.START);
        reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(reader.postIds())
                .containsExactly(
                        "https://exercise.invalid/notes/1", "https://exercise.invalid/notes/2");
        assertThat(reader.rejected()).isEmpty();
        assertThat(reader.finished()).isTrue();
        assertThat(reader.cursor().value()).endsWith(":3");
    }

    @Test
    void waitsForAFileThatDoesNotExistYet() {
        // Given
        NdjsonFeed feed = feed(0, false);
        PostSource source = feed.source();
        SourceReader reader = SourceReader.open(source, SourceCursor.START);
        FetchOutcome<PostEvent> before = reader.fetch(10, Duration.ZERO);
        boolean connectedBefore = source.health().connected();
        feed.publish(1);

        // When
        FetchOutcome<PostEvent> after = reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(before).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(connectedBefore).isFalse();
        assertThat(after).isInstanceOf(FetchOutcome.Batch.class);
        assertThat(reader.postIds()).hasSize(1);
        assertThat(source.health().connected()).isTrue();
    }

    @Test
    void leavesALineAloneUntilItsEndIsWritten() {
        // Given
        NdjsonFeed feed = feed(0, true);
        String line = note(1);
        feed.append(line.substring(0, 40));
        SourceReader reader = SourceReader.open(feed.source(), SourceCursor.START);
        FetchOutcome<PostEvent> half = reader.fetch(10, Duration.ZERO);
        feed.append(line.substring(40) + "\n");

        // When
        reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(half).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(reader.postIds()).containsExactly("https://exercise.invalid/notes/1");
        assertThat(reader.rejected()).isEmpty();
    }

    @Test
    void namesTheLineThatItCannotRead() {
        // Given
        NdjsonFeed feed = feed(0, false);
        feed.append(note(1) + "\n{]\n" + note(2) + "\n\"just text\"\n");

        // When
        SourceReader reader = SourceReader.open(feed.source(), SourceCursor.START);
        reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(reader.rejected())
                .extracting(DeadLetter::reference)
                .containsExactly("line 2", "line 4");
        assertThat(reader.rejected())
                .extracting(DeadLetter::reason)
                .containsOnly(DeadLetterReason.MALFORMED_JSON);
        assertThat(reader.events()).hasSize(2);
    }

    @Test
    void refusesALineOfFiveMegabytesAndGoesOn() {
        // Given
        NdjsonFeed feed = feed(0, false);
        feed.append("{\"content\":\"" + "x".repeat(5_000_000) + "\"}\n" + note(1) + "\n");

        // When
        SourceReader reader = SourceReader.open(feed.source(), SourceCursor.START);
        reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(reader.rejected())
                .extracting(DeadLetter::reason)
                .containsExactly(DeadLetterReason.TOO_LARGE);
        assertThat(reader.postIds()).hasSize(1);
    }

    @Test
    void releasesEachLineAtItsRecordedTimeDividedBySpeed() {
        // Given
        ManualClock clock = new ManualClock("2026-11-24T18:00:00Z");
        NdjsonFeed feed = new NdjsonFeed(file(), 60, false, clock);
        feed.append(note(0) + "\n" + note(60) + "\n" + note(300) + "\n");
        SourceReader reader = SourceReader.open(feed.source(), SourceCursor.START);
        reader.fetch(10, Duration.ZERO);
        int atOnce = reader.events().size();
        clock.advance(Duration.ofMillis(999));
        reader.fetch(10, Duration.ZERO);
        int beforeTheSecond = reader.events().size();
        clock.advance(Duration.ofMillis(1));
        reader.fetch(10, Duration.ZERO);
        int afterASecond = reader.events().size();
        boolean finishedEarly = reader.finished();
        clock.advance(Duration.ofSeconds(4));

        // When
        reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(atOnce).isEqualTo(1);
        assertThat(beforeTheSecond).isEqualTo(1);
        assertThat(afterASecond).isEqualTo(2);
        assertThat(finishedEarly).isFalse();
        assertThat(reader.events()).hasSize(3);
        assertThat(reader.finished()).isTrue();
    }

    @Test
    void isNotHeldUpByALineFromAnotherCentury() {
        // Given
        ManualClock clock = new ManualClock("2026-11-24T18:00:00Z");
        NdjsonFeed feed = new NdjsonFeed(file(), 1, false, clock);
        feed.append(note(0) + "\n");
        feed.append(note(1).replace("2024-11-24T", "2099-01-01T") + "\n");
        feed.append(note(2).replace("2024-11-24T", "1970-01-01T") + "\n");
        feed.append(note(3) + "\n");

        // When
        SourceReader reader = SourceReader.open(feed.source(), SourceCursor.START);
        reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(reader.events()).hasSize(4);
        assertThat(reader.events())
                .allSatisfy(
                        event ->
                                assertThat(event.witnessedAt()).isBeforeOrEqualTo(clock.instant()));
    }

    @Test
    void countsAGapAndStartsOverWhenTheFileWasReplacedByAShorterOne() throws IOException {
        // Given
        NdjsonFeed feed = feed(0, true);
        feed.publish(3);
        PostSource source = feed.source();
        SourceReader reader = SourceReader.open(source, SourceCursor.START).readUntil(3, 10);
        Files.writeString(file(), note(9) + "\n");

        // When
        reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(reader.postIds()).endsWith("https://exercise.invalid/notes/9").hasSize(4);
        assertThat(source.health().gaps()).isEqualTo(1);
    }

    @Test
    void saysThatItFailedWhenThePathIsNoFile() {
        // Given
        PostSource source =
                new NdjsonPostSource(
                        new NdjsonPostSourceFactory("file", "x", folder.toString(), 0, true), WALL);
        source.open(SourceCursor.START);

        // When
        FetchOutcome<PostEvent> outcome = source.fetch(1, Duration.ZERO);

        // Then
        assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    }

    @Test
    void refusesTheCursorOfAnotherKindOfSource() {
        // Given
        PostSource source = feed(0, true).source();

        // When
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.open(new SourceCursor("1795345509677000")))

                // Then
                .withMessageContaining("cursor");
    }

    @Test
    void makesItsSourceFromTheRecipe() {
        // Given
        NdjsonPostSourceFactory recipe =
                new NdjsonPostSourceFactory("file", "exercise", file().toString(), 0, false);

        // When
        try (PostSource source = recipe.create()) {

            // Then
            assertThat(source).isInstanceOf(NdjsonPostSource.class);
            assertThat(source.id()).isEqualTo("file");
        }
    }

    private NdjsonFeed feed(double speed, boolean follow) {
        return new NdjsonFeed(file(), speed, follow, WALL);
    }

    private Path file() {
        return folder.resolve("posts.ndjson");
    }
}
