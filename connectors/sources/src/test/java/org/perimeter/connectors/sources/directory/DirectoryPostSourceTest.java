// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.testkit.source.SourceReader;

import java.nio.file.Path;
import java.time.Duration;

final class DirectoryPostSourceTest {

    @TempDir private Path folder;

    @Test
    void readsFilesInTheOrderOfTheirNames() {
        // Given
        DroppedFeed feed = new DroppedFeed(folder, true);
        feed.drop("b.ndjson", DroppedFeed.note(3) + "\n" + DroppedFeed.note(4));
        feed.drop("a.ndjson", DroppedFeed.note(1) + "\n" + DroppedFeed.note(2) + "\n");

        // When
        SourceReader reader = open(feed).readUntil(4, 3);

        // Then
        assertThat(reader.postIds())
                .containsExactly(
                        "https://exercise.invalid/notes/1",
                        "https://exercise.invalid/notes/2",
                        "https://exercise.invalid/notes/3",
                        "https://exercise.invalid/notes/4");
    }

    @Test
    void leavesFilesAloneThatAreBeingWritten() {
        // Given
        DroppedFeed feed = new DroppedFeed(folder, true);
        for (String name : new String[] {"a.tmp", "b.part", ".hidden", "c.ndjson~"}) {
            feed.drop(name, DroppedFeed.note(1) + "\n");
        }
        feed.drop("d.ndjson", DroppedFeed.note(2) + "\n");

        // When
        SourceReader reader = open(feed).readUntil(1, 9);

        // Then
        assertThat(reader.postIds()).containsExactly("https://exercise.invalid/notes/2");
        assertThat(reader.fetch(9, Duration.ZERO)).isInstanceOf(FetchOutcome.NotModified.class);
    }

    @Test
    void countsAFileThatComesTooLateInsteadOfReadingIt() {
        // Given
        DroppedFeed feed = new DroppedFeed(folder, true);
        feed.drop("b.ndjson", DroppedFeed.note(1) + "\n");
        PostSource source = feed.source();
        SourceReader reader = SourceReader.open(source, SourceCursor.START).readUntil(1, 9);
        reader.fetch(9, Duration.ZERO);
        feed.drop("a.ndjson", DroppedFeed.note(2) + "\n");

        // When
        FetchOutcome<?> outcome = reader.fetch(9, Duration.ZERO);

        // Then
        assertThat(outcome).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(source.health().gaps()).isEqualTo(1);
    }

    @Test
    void isFinishedAfterTheLastFileWhenItNeedNotFollow() {
        // Given
        DroppedFeed feed = new DroppedFeed(folder, false);
        feed.publish(2);
        SourceReader reader = open(feed).readUntil(2, 9);

        // When
        reader.fetch(9, Duration.ZERO);

        // Then
        assertThat(reader.finished()).isTrue();
    }

    @Test
    void tellsTheSameLineOfTwoFilesApart() {
        // Given
        DroppedFeed feed = new DroppedFeed(folder, true);
        feed.publishUnreadable("x");
        feed.publishUnreadable("x");

        // When
        SourceReader reader = open(feed).readUntil(2, 9);

        // Then
        assertThat(reader.rejected())
                .extracting(letter -> letter.reference())
                .containsExactly("00001.ndjson line 1", "00002.ndjson line 1");
    }

    @Test
    void waitsForADirectoryThatIsNotThereYet() {
        // Given
        PostSource source = new DroppedFeed(folder.resolve("later"), false).source();

        // When
        FetchOutcome<?> outcome =
                SourceReader.open(source, SourceCursor.START).fetch(9, Duration.ZERO);

        // Then
        assertThat(outcome).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(source.health().connected()).isFalse();
    }

    @Test
    void refusesTheCursorOfAnotherKindOfSource() {
        // Given
        PostSource source = new DroppedFeed(folder, true).source();

        // When
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.open(new SourceCursor("12:3")))

                // Then
                .withMessageContaining("directory");
    }

    private static SourceReader open(DroppedFeed feed) {
        return SourceReader.open(feed.source(), SourceCursor.START);
    }
}
