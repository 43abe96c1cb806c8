// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.jobs.analyze.PostReader;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fixture.NothingWatched;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.fixture.WordAnalyzers;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.alerting.CategoryGroup;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.model.reading.ThreatKind;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What happens to posts that no fence takes, and when an incident opens, without Flink around it.
 */
class LookBackTest {

    private static final long SIXTY_MILLIS = 60_000_000;

    private static final BoundingBox TOWN =
            new BoundingBox(
                    TestPosts.MALL.lat() - 0.1,
                    TestPosts.MALL.lon() - 0.1,
                    TestPosts.MALL.lat() + 0.1,
                    TestPosts.MALL.lon() + 0.1);

    @TempDir Path folder;

    private final Instant now = Instant.now();
    private final AtomicLong nanos = new AtomicLong();
    private final Tally tally = new Tally();
    private final List<Candidate> matched = new ArrayList<>();
    private final Consumer<Candidate> out = matched::add;
    private final PostReader reader = new PostReader(new WordAnalyzers().create());
    private Matcher matcher;

    @BeforeEach
    void openMatcher() throws Exception {
        ControlView control =
                new TestDeployment(folder, TestRulebook.at(now), now)
                        .control(Clock.fixed(now, ZoneOffset.UTC))
                        .open();
        // Each look at the clock takes long, so that a slice is over after two posts.
        matcher =
                new Matcher(
                        control,
                        tally,
                        reader,
                        HeldRoutes.fresh(),
                        () -> nanos.getAndAdd(SIXTY_MILLIS),
                        List.of(TOWN));
    }

    @Test
    void readsAWaitingPostAgainWithTheNeighbourhoodOfTheIncident() throws Exception {
        // Given
        await("p1", "shots at the branch", true);

        // When
        open("manual:1");

        // Then
        assertThat(matched).extracting(c -> c.event().postId()).containsExactly("p1");
        Match match = Objects.requireNonNull(matched.get(0).match());
        assertThat(match.place().text()).isEqualTo("branch");
        assertThat(match.rewound()).isTrue();
    }

    @Test
    void letsAPostWithoutPlacesOrLocalNamesGo() throws Exception {
        // Given
        await("p1", "shots somewhere", false);

        // When
        open("manual:1");

        // Then
        assertThat(matched).isEmpty();
        assertThat(tally.counts()).doesNotContainKeys("waited", "readAgain");
    }

    @Test
    void readsASliceAtATickAndEachPostOnce() throws Exception {
        // Given
        for (int i = 0; i < 5; i++) {
            await("p" + i, "shots at the branch", true);
        }
        open("manual:1");
        int atOnce = matched.size();

        // When
        tick();
        tick();
        tick();

        // Then
        assertThat(atOnce).isEqualTo(2);
        assertThat(matched)
                .extracting(c -> c.event().postId())
                .containsExactly("p0", "p1", "p2", "p3", "p4");
        assertThat(tally.counts()).containsEntry("readAgain", 5L);
    }

    @Test
    void whatMatchesNothingWaitsOnForTheNextIncident() throws Exception {
        // Given
        await("p1", "at the branch of another town", true);
        open(elsewhere(TestPosts.incident("manual:far", now)));
        int first = matched.size();

        // When
        open("manual:1");

        // Then
        assertThat(first).isZero();
        assertThat(matched).hasSize(1);
        assertThat(tally.counts()).containsEntry("readAgain", 2L);
    }

    @Test
    void aDeletedPostIsNotReadAgain() throws Exception {
        // Given
        await("p1", "shots at the branch", true);
        matcher.withdraw(TestPosts.keyed(TestPosts.delete("p1", now)), out);

        // When
        open("manual:1");

        // Then
        assertThat(matched).isEmpty();
    }

    @Test
    void theFirstReadingStandsWhenTheSecondBreaks() throws Exception {
        // Given
        Analysis first = read("shots at the mall");
        take("p1", "broken shots at the mall", false, first, now.minusSeconds(60));

        // When
        open("manual:1");

        // Then
        assertThat(matched).hasSize(1);
        assertThat(matched.get(0).analysis()).isEqualTo(first);
    }

    @Test
    void aPostThatWasOnItsWayWhenTheIncidentOpenedIsReadAgainToo() throws Exception {
        // Given
        open("manual:1");
        matcher.post(
                event("p1", "shots at the branch"),
                false,
                PostReading.whole(Analysis.empty("en"), true),
                now,
                out);

        // When
        tick();

        // Then
        assertThat(matched).hasSize(1);
    }

    @Test
    void aPostInTwoFencesNamesTheOtherIncidentInEach() throws Exception {
        // Given
        open("manual:1");
        open("manual:2");
        Analysis shots = read("shots at the mall");

        // When
        take("p1", "shots", false, shots, now);

        // Then
        assertThat(matched)
                .extracting(Candidate::incidentId, Candidate::rivals)
                .containsExactlyInAnyOrder(
                        tuple("manual:1", List.of("manual:2")),
                        tuple("manual:2", List.of("manual:1")));
    }

    @Test
    void countsOrdinaryLifeOnceAndOutsideEveryFenceOnly() throws Exception {
        // Given
        String noise =
                TownNoise.name(ThreatKind.REPORT, CategoryGroup.VIOLENCE, now.minusSeconds(60));
        Analysis shots = read("shots at the mall");

        // When
        take("p1", "shots", false, shots, now);
        take("p1", "shots!", true, shots, now);
        open("manual:1");
        take("p2", "shots", false, shots, now);

        // Then
        assertThat(matched).extracting(c -> c.event().postId()).contains("p2");
        assertThat(tally.counts()).containsEntry(noise, 1L);
    }

    private void await(String id, String text, boolean localNames) {
        matcher.post(
                event(id, text),
                false,
                PostReading.whole(Analysis.empty("en"), localNames),
                now.minusSeconds(60),
                out);
    }

    private void take(String id, String text, boolean edit, Analysis says, Instant at) {
        matcher.post(event(id, text), edit, PostReading.whole(says, false), at, out);
    }

    private Analysis read(String text) {
        return Objects.requireNonNull(reader.read(post("p0", text), new NothingWatched()).reading())
                .analysis();
    }

    private KeyedEvent event(String id, String text) {
        return TestPosts.keyed(TestPosts.upsert(post(id, text)));
    }

    private Post post(String id, String text) {
        return TestPosts.post(id, "ann", text, null, now.minusSeconds(60));
    }

    private void open(String id) throws Exception {
        open(TestPosts.incident(id, now));
    }

    private void open(Incident incident) throws Exception {
        matcher.control(ControlUpdate.incident(now, incident), Long.MIN_VALUE, out);
    }

    private static Incident elsewhere(Incident incident) {
        return new Incident(
                incident.id(),
                incident.source(),
                incident.caseNumber(),
                incident.title(),
                incident.category(),
                incident.priority(),
                incident.status(),
                Fence.circle(TestPosts.ELSEWHERE, 500),
                incident.openedAt(),
                incident.updatedAt(),
                incident.expiresAt(),
                null,
                false,
                false,
                true,
                incident.version());
    }

    private void tick() throws Exception {
        matcher.control(ControlUpdate.tick(now, now, now), Long.MIN_VALUE, out);
    }
}
