// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class SeenPostTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final List<PostEvent> passed = new ArrayList<>();
    private @Nullable SeenPost seen;

    @Test
    void letsAPostThroughOnceAndItsEdits() {
        // Given
        send(upsertAt(0));

        // When
        send(upsertAt(0));
        send(upsertAt(5));

        // Then
        assertThat(passed).hasSize(2);
    }

    @Test
    void dropsAnOlderStateThatComesLate() {
        // Given
        send(upsertAt(5));

        // When
        send(upsertAt(0));

        // Then
        assertThat(passed).hasSize(1);
    }

    @Test
    @Control("RET-03")
    void letsADeleteBeatWhatWasWitnessedBeforeItWhicheverComesFirst() {
        // Given
        send(TestPosts.delete("p1", NOON.plusSeconds(5)));

        // When
        send(upsertAt(0));
        send(upsertAt(5));

        // Then
        assertThat(passed).extracting(event -> event.operation().name()).containsExactly("DELETE");
    }

    @Test
    void letsADeleteOfTheSameVersionWinAfterTheUpsert() {
        // Given
        send(upsertAt(5));

        // When
        send(TestPosts.delete("p1", NOON.plusSeconds(5)));
        send(TestPosts.delete("p1", NOON.plusSeconds(5)));

        // Then
        assertThat(passed).hasSize(2);
    }

    @Test
    void letsAPostThatWasWrittenAgainAfterItsDeleteThrough() {
        // Given
        send(TestPosts.delete("p1", NOON));

        // When
        send(upsertAt(5));

        // Then
        assertThat(passed).hasSize(2);
    }

    private static PostEvent upsertAt(int seconds) {
        return TestPosts.upsert(TestPosts.report("p1", "ann", NOON.plusSeconds(seconds)));
    }

    private void send(PostEvent event) {
        if (SeenPost.isNews(event, seen)) {
            seen = SeenPost.of(event);
            passed.add(event);
        }
    }
}
