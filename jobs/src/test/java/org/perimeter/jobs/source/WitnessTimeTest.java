// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class WitnessTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final TimestampAssigner<Fetched> assigner =
            WitnessTime.watermarks(Clock.fixed(NOON, ZoneOffset.UTC))
                    .createTimestampAssigner(() -> null);

    @Test
    void goesByTheWitnessAndNeverByTheAuthor() {
        // Given
        Instant witnessed = NOON.minusSeconds(30);

        // When
        List<Long> times =
                List.of(
                        time(claiming(Instant.parse("1970-01-01T00:00:00Z"), witnessed)),
                        time(claiming(Instant.parse("2099-01-01T00:00:00Z"), witnessed)));

        // Then
        assertThat(times).containsOnly(witnessed.toEpochMilli());
    }

    @Test
    void takesAWitnessAheadOfTheWallClockForNow() {
        // Given
        Post post = TestPosts.report("p1", "ann", Instant.parse("2099-01-01T00:00:00Z"));

        // When
        long time = time(post);

        // Then
        assertThat(time).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void survivesAWitnessFromBeforeAllCounting() {
        // Given
        Post post = TestPosts.report("p1", "ann", Instant.MIN);

        // When
        long time =
                assigner.extractTimestamp(Fetched.of(PostEvent.upsert(post, 1)), Long.MIN_VALUE);

        // Then
        assertThat(time).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void letsDeadLettersSayNothingAboutTime() {
        // Given
        DeadLetter letter =
                new DeadLetter(
                        "id", Stage.SOURCE, DeadLetterReason.TOO_LARGE, "exercise", "1", NOON);

        // When
        long time = assigner.extractTimestamp(Fetched.rejected(letter), 0);

        // Then
        assertThat(time).isEqualTo(Long.MIN_VALUE);
    }

    private long time(Post post) {
        return assigner.extractTimestamp(Fetched.of(TestPosts.upsert(post)), 0);
    }

    private static Post claiming(Instant createdAt, Instant witnessedAt) {
        Post post = TestPosts.report("p1", "ann", witnessedAt);
        return new Post(
                post.id(),
                post.source(),
                post.network(),
                post.authorId(),
                post.text(),
                post.mediaDescriptions(),
                post.languages(),
                createdAt,
                post.witnessedAt(),
                post.permalink(),
                post.place(),
                false);
    }
}
