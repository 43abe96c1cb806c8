// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What every post source must do, whatever platform it reads. */
public abstract class PostSourceContract {

    private static final String SECRET = "unreadableSecretContent";

    private final List<PostSource> opened = new ArrayList<>();
    private PostFeed feed = new ClosedFeed();

    /** An empty feed, fresh for each test. */
    protected abstract PostFeed newFeed();

    @BeforeEach
    final void openFeed() {
        feed = newFeed();
    }

    @AfterEach
    final void closeFeed() {
        opened.forEach(PostSource::close);
        feed.close();
    }

    @Test
    void deliversEverythingOnceAndCountsIt() {
        // Given
        feed.publish(20);
        PostSource source = source();

        // When
        SourceReader reader = SourceReader.open(source, SourceCursor.START).readUntil(20, 7);

        // Then
        assertThat(reader.postIds()).hasSize(20).doesNotHaveDuplicates();
        assertThat(reader.events())
                .allSatisfy(event -> assertThat(event.source()).isEqualTo(source.id()));
        assertThat(reader.events())
                .extracting(PostEvent::witnessedAt)
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(source.health().received()).isEqualTo(20);
        assertThat(source.health().connected()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 19})
    void resumesFromItsCursorWithoutLossOrDouble(int before) {
        // Given
        feed.publish(20);
        SourceReader whole = SourceReader.open(source(), SourceCursor.START).readUntil(20, 20);
        PostSource stopped = source();
        SourceReader first = SourceReader.open(stopped, SourceCursor.START);
        first.readUntil(before, 1);
        stopped.close();
        feed.publish(3);

        // When
        SourceReader second = SourceReader.open(source(), first.cursor());
        second.readUntil(23 - before, 4);

        // Then
        List<String> both = new ArrayList<>(first.postIds());
        both.addAll(second.postIds());
        assertThat(both).startsWith(whole.postIds().toArray(String[]::new)).hasSize(23);
        assertThat(both).doesNotHaveDuplicates();
    }

    @Test
    void turnsWhatItCannotReadIntoADeadLetterWithoutContent() {
        // Given
        feed.publish(2);
        feed.publishUnreadable(SECRET);
        feed.publish(2);
        PostSource source = source();

        // When
        SourceReader reader = SourceReader.open(source, SourceCursor.START).readUntil(5, 2);

        // Then
        assertThat(reader.postIds()).hasSize(4).doesNotHaveDuplicates();
        assertThat(reader.rejected()).hasSize(1);
        DeadLetter letter = reader.rejected().get(0);
        assertThat(letter.stage()).isEqualTo(Stage.SOURCE);
        assertThat(letter.source()).isEqualTo(source.id());
        assertThat(letter.reference()).isNotEmpty();
        assertThat(letter.toString()).doesNotContain(SECRET);
        assertThat(source.health().rejected()).isEqualTo(1);
    }

    @Test
    void givesTheSameDeadLetterTheSameIdWhenItIsReadAgain() {
        // Given
        feed.publish(1);
        feed.publishUnreadable(SECRET);
        feed.publishUnreadable(SECRET);
        SourceReader first = SourceReader.open(source(), SourceCursor.START).readUntil(3, 9);

        // When
        SourceReader second = SourceReader.open(source(), SourceCursor.START).readUntil(3, 9);

        // Then
        assertThat(first.rejected()).extracting(DeadLetter::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(second.rejected())
                .extracting(DeadLetter::id)
                .isEqualTo(first.rejected().stream().map(DeadLetter::id).toList());
    }

    @Test
    void deliversAtMostWhatItIsAskedFor() {
        // Given
        feed.publish(10);
        SourceReader reader = SourceReader.open(source(), SourceCursor.START).readUntil(1, 1);

        // When
        FetchOutcome<PostEvent> outcome = reader.fetch(3, Duration.ofSeconds(5));

        // Then
        assertThat(outcome).isInstanceOf(FetchOutcome.Batch.class);
        assertThat(reader.events()).hasSizeBetween(2, 4);
    }

    @Test
    void saysThatThereIsNothingNewInsteadOfWaiting() {
        // Given
        feed.publish(1);
        SourceReader reader = SourceReader.open(source(), SourceCursor.START).readUntil(1, 1);

        // When
        FetchOutcome<PostEvent> outcome = reader.fetch(10, Duration.ZERO);

        // Then
        assertThat(outcome).isInstanceOf(FetchOutcome.NotModified.class);
    }

    @Test
    void keepsPostsOutOfItsCursor() {
        // Given
        feed.publish(3);

        // When
        SourceReader reader = SourceReader.open(source(), SourceCursor.START).readUntil(3, 3);

        // Then
        assertThat(reader.events())
                .allSatisfy(
                        event ->
                                assertThat(reader.cursor().value())
                                        .doesNotContain(event.postId())
                                        .doesNotContain(event.authorId()));
    }

    @Test
    void closesTwiceAndBeforeItWasOpened() {
        // Given
        PostSource neverOpened = source();
        PostSource openedOnce = source();
        openedOnce.open(SourceCursor.START);

        // When
        assertThatCode(
                        () -> {
                            neverOpened.close();
                            openedOnce.close();
                            openedOnce.close();
                        })

                // Then
                .doesNotThrowAnyException();
        assertThat(openedOnce.health().connected()).isFalse();
    }

    private PostSource source() {
        PostSource source = feed.source();
        opened.add(source);
        return source;
    }

    /** Stands in before the first test opens a real feed. */
    private static final class ClosedFeed implements PostFeed {

        @Override
        public void publish(int posts) {
            throw new IllegalStateException("no feed is open");
        }

        @Override
        public void publishUnreadable(String content) {
            throw new IllegalStateException("no feed is open");
        }

        @Override
        public PostSource source() {
            throw new IllegalStateException("no feed is open");
        }

        @Override
        public void close() {}
    }
}
