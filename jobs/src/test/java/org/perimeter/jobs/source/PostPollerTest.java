// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.testkit.source.SourceScript;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Duration;
import java.time.Instant;

class PostPollerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final PostEvent FIRST = TestPosts.upsert(TestPosts.report("p1", "ann", NOON));
    private static final PostEvent SECOND = TestPosts.upsert(TestPosts.report("p2", "ben", NOON));

    private final SourceScript script = SourceScript.open(TestPosts.SOURCE);
    private final PostPoller poller = new PostPoller(script.factory(), "");

    @AfterEach
    void close() {
        poller.close();
        script.close();
    }

    @Test
    void deliversEventsAndRejectionsAndTheCursorBehindThem() {
        // Given
        DeadLetter letter =
                new DeadLetter(
                        "id",
                        Stage.SOURCE,
                        DeadLetterReason.MALFORMED_JSON,
                        TestPosts.SOURCE,
                        "2",
                        NOON);
        script.deliver(FIRST).reject(letter).finish();

        // When
        Poll<Fetched> poll = poller.poll();

        // Then
        assertThat(poll.items())
                .containsExactlyInAnyOrder(Fetched.of(FIRST), Fetched.rejected(letter));
        assertThat(poll.cursor()).isNotEmpty();
        assertThat(poll.finished()).isTrue();
    }

    @Test
    void resumesBehindTheCursor() {
        // Given
        script.deliver(FIRST);
        String cursor = String.valueOf(poller.poll().cursor());
        script.deliver(SECOND);

        // When
        Poll<Fetched> poll = new PostPoller(script.factory(), cursor).poll();

        // Then
        assertThat(poll.items()).containsExactly(Fetched.of(SECOND));
    }

    @Test
    void restsAfterAFailureAndGoesOn() {
        // Given
        script.failOnce("unreachable").deliver(FIRST);

        // When
        Poll<Fetched> failed = poller.poll();

        // Then
        assertThat(failed.items()).isEmpty();
        assertThat(failed.rest()).isPositive();
        assertThat(poller.poll().items()).containsExactly(Fetched.of(FIRST));
    }

    @Test
    void restsAsLongAsThePlatformAsks() {
        // Given
        script.throttleOnce(Duration.ofSeconds(90));

        // When
        Poll<Fetched> throttled = poller.poll();

        // Then
        assertThat(throttled.rest()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void restsLongerAfterEveryFailureUpToALimit() {
        // Given
        Duration rest = Duration.ZERO;

        // When
        for (int i = 0; i < 12; i++) {
            script.failOnce("unreachable");
            Duration next = poller.poll().rest();
            assertThat(next).isGreaterThanOrEqualTo(rest);
            rest = next;
        }

        // Then
        assertThat(rest).isEqualTo(Duration.ofSeconds(30));
    }
}
