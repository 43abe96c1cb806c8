// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.source.Poll;
import org.perimeter.jobs.source.Poller;
import org.perimeter.jobs.source.PollerFactory;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.SignedRulebook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** That no source is opened which the register does not allow. */
class RegisteredPollerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir private Path folder;
    private final List<String> openings = new ArrayList<>();
    private TestDeployment around;
    private Instant now = NOON;

    @BeforeEach
    void prepare() throws IOException {
        around = new TestDeployment(folder, TestRulebook.at(NOON), NOON);
    }

    @Test
    @Control("COL-05")
    void opensARegisteredSourceAndHandsOnItsCursor() {
        // Given
        Poller<Fetched> poller = poller(TestPosts.SOURCE, "c0");

        // When
        Poll<Fetched> first = poller.poll();

        // Then
        assertThat(openings).containsExactly("c0");
        assertThat(first.cursor()).isEqualTo("c1");
    }

    @Test
    @Control("COL-05")
    void neverOpensASourceThatIsNotInTheRegister() {
        // Given
        Poller<Fetched> poller = poller("stranger", "");

        // When
        Poll<Fetched> poll = poller.poll();
        now = now.plus(Duration.ofMinutes(1));
        poller.poll();

        // Then
        assertThat(openings).isEmpty();
        assertThat(poll.rest()).isPositive();
        assertThat(poll.finished()).isFalse();
    }

    @Test
    @Control("COL-05")
    void opensNothingUnderARulebookThatIsNotValidAndClosesWhatIsOpen() {
        // Given
        Poller<Fetched> poller = poller(TestPosts.SOURCE, "c0");
        poller.poll();
        SignedRulebook valid = around.stores().rulebooks().current().orElseThrow();
        around.stores().rulebooks().activate(unsigned(valid));

        // When
        now = now.plus(Duration.ofSeconds(6));
        poller.poll();
        around.stores().rulebooks().activate(valid);
        poller.poll();

        // Then
        assertThat(openings).containsExactly("c0", "closed", "c1");
    }

    @Test
    void aStoreThatIsAwayForAMomentStopsNoSourceThatWasAllowed() {
        // Given
        Poller<Fetched> poller = poller(TestPosts.SOURCE, "c0");
        poller.poll();
        around.stores().rulebooks().faults().down();

        // When
        now = now.plus(Duration.ofSeconds(6));
        Poll<Fetched> poll = poller.poll();

        // Then
        assertThat(poll.cursor()).isEqualTo("c2");
    }

    private static SignedRulebook unsigned(SignedRulebook valid) {
        return new SignedRulebook(valid.hash(), valid.yaml(), "", valid.activatedAt());
    }

    private Poller<Fetched> poller(String id, String cursor) {
        return new RegisteredPoller(
                new Counting(id), cursor, around.stores(), around.rulebooks(), () -> now);
    }

    /** Counts its cursor up with every poll. */
    private final class Counting implements PollerFactory<Fetched> {

        private static final long serialVersionUID = 1L;

        private final String id;

        Counting(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Poller<Fetched> create(String cursor) {
            openings.add(cursor);
            return new Poller<>() {
                private int polls = Integer.parseInt(cursor.substring(1));

                @Override
                public Poll<Fetched> poll() {
                    polls++;
                    return new Poll<>(List.of(), "c" + polls, false, Duration.ZERO);
                }

                @Override
                public void close() {
                    openings.add("closed");
                }
            };
        }
    }
}
