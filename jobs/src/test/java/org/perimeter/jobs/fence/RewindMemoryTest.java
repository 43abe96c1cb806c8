// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.rules.RewindRule;

import java.time.Instant;
import java.util.List;

class RewindMemoryTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final RewindRule TEN_MINUTES = minutes("10");

    private final RewindMemory memory = new RewindMemory(3);

    @Test
    @Control("COL-10")
    void forgetsPostsWhenTheirMinutesOnTheWallAreOver() {
        // Given
        memory.add(post("p1", "ann", NOON, NOON));
        memory.add(post("p2", "ann", NOON, NOON.plusSeconds(1)));

        // When
        int forgotten = memory.expire(NOON.plusSeconds(600), null, TEN_MINUTES);

        // Then
        assertThat(forgotten).isEqualTo(1);
        assertThat(memory.size()).isEqualTo(1);
    }

    @Test
    @Control("COL-10")
    void forgetsPostsWhenTheirMinutesInEventTimeAreOverEvenIfTheyJustArrived() {
        // Given
        memory.add(post("p1", "ann", NOON.minusSeconds(601), NOON));
        memory.add(post("p2", "ann", NOON.minusSeconds(599), NOON));

        // When
        int forgotten = memory.expire(NOON, NOON, TEN_MINUTES);

        // Then
        assertThat(forgotten).isEqualTo(1);
        assertThat(memory.list(post -> true))
                .extracting(post -> post.event().postId())
                .containsExactly("p2");
    }

    @Test
    @Control("COL-10")
    void forgetsEverythingWhenTheRulebookSwitchesTheRewindOff() {
        // Given
        memory.add(post("p1", "ann", NOON, NOON));

        // When
        memory.expire(NOON, null, minutes("0"));

        // Then
        assertThat(memory.size()).isZero();
    }

    @Test
    void makesRoomForNewPostsByForgettingTheOldest() {
        // Given
        memory.add(post("p1", "ann", NOON, NOON));
        memory.add(post("p2", "ann", NOON, NOON));
        memory.add(post("p3", "ann", NOON, NOON));

        // When
        int forgotten = memory.add(post("p4", "ann", NOON, NOON));

        // Then
        assertThat(forgotten).isEqualTo(1);
        assertThat(memory.list(post -> true))
                .extracting(post -> post.event().postId())
                .containsExactly("p2", "p3", "p4");
    }

    @Test
    void aPostThatWasReadAgainKeepsItsTurn() {
        // Given
        WaitingPost first = post("p1", "ann", NOON, NOON);
        memory.add(first);
        memory.add(post("p2", "ann", NOON, NOON));

        // When
        memory.replace(
                first.readAgain(PostReading.whole(Analysis.empty("es"), false), List.of(), 1));

        // Then
        assertThat(memory.list(post -> true))
                .extracting(post -> post.event().postId())
                .containsExactly("p1", "p2");
        assertThat(memory.list(post -> post.openings() == 1)).hasSize(1);
    }

    @Test
    void aPostThatIsGoneDoesNotComeBackByBeingReadAgain() {
        // Given
        WaitingPost post = post("p1", "ann", NOON, NOON);
        memory.add(post);
        memory.remove(post.event());

        // When
        memory.replace(
                post.readAgain(PostReading.whole(Analysis.empty("en"), false), List.of(), 1));

        // Then
        assertThat(memory.size()).isZero();
    }

    @Test
    void forgetsDeletedPostsAndDeletedAuthors() {
        // Given
        memory.add(post("p1", "ann", NOON, NOON));
        memory.add(post("p2", "ann", NOON, NOON));
        memory.add(post("p3", "ben", NOON, NOON));

        // When
        memory.remove(TestPosts.delete("p1", NOON));
        int gone = memory.removeAuthor(TestPosts.SOURCE, "ann");

        // Then
        assertThat(gone).isEqualTo(1);
        assertThat(memory.list(post -> true))
                .extracting(post -> post.event().postId())
                .containsExactly("p3");
    }

    private static RewindRule minutes(String minutes) {
        return RewindRule.of(TestRulebook.at(NOON).withValue("COL-10", minutes).rulebook());
    }

    private static WaitingPost post(
            String id, String author, Instant witnessedAt, Instant arrivedAt) {
        return new WaitingPost(
                TestPosts.keyed(TestPosts.upsert(TestPosts.report(id, author, witnessedAt))),
                PostReading.whole(Analysis.empty("en"), false),
                List.of(),
                arrivedAt,
                0);
    }
}
