// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.CloseReading;
import org.perimeter.policy.model.reading.Match;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reading closely costs milliseconds: the place is asked before, and reasons only of what is kept.
 */
class CloseReadingOrderTest {

    @TempDir Path folder;

    private final Instant now = Instant.now();
    private final Incident fire = TestPosts.incident("cad:fire", now);
    private final List<String> asked = new ArrayList<>();
    private TestDeployment deployment;
    private ControlView control;

    @BeforeEach
    void open() throws Exception {
        deployment = new TestDeployment(folder, TestRulebook.at(now), now);
        control = deployment.control(Clock.fixed(now, ZoneOffset.UTC)).open();
        control.apply(ControlUpdate.incident(now, fire));
    }

    @Test
    void readsNothingCloselyThatItsPlaceRefuses() throws Exception {
        // When
        ReasonCode reason = judge(4.0, mall(30_000));

        // Then
        assertThat(reason).isEqualTo(ReasonCode.PLACE_TOO_COARSE);
        assertThat(asked).isEmpty();
    }

    @Test
    void explainsOnlyWhatIsKept() throws Exception {
        // When
        ReasonCode dropped = judge(-3.0, mall(120));
        ReasonCode kept = judge(4.0, mall(120));

        // Then
        assertThat(dropped).isEqualTo(ReasonCode.NOT_RELEVANT);
        assertThat(kept).isEqualTo(ReasonCode.ALLOWED);
        assertThat(asked).containsExactly("read", "read", "explain");
    }

    private @Nullable ReasonCode judge(double about, PlaceMention place) throws Exception {
        PlainAdmission admission =
                new PlainAdmission(control, reader(about), deployment.keyring(), new Tally());
        Post post = TestPosts.post("p1", "ann", "smoke at the mall", TestPosts.MALL, now);
        Candidate candidate =
                Candidate.matched(
                        fire,
                        TestPosts.upsert(post),
                        Analysis.empty("en"),
                        new Match(fire.id(), place, 0, false),
                        List.of());
        PolicyDecision decision = admission.serve(candidate, now, write -> {}, signal -> {});
        return decision == null ? null : decision.reason();
    }

    private CloseStation reader(double about) {
        return new CloseStation() {

            @Override
            public Analysis read(Post post, Analysis first, Incident incident) {
                asked.add("read");
                return new Analysis(
                        first.language(),
                        first.entities(),
                        first.places(),
                        first.relevance(),
                        first.threat(),
                        new CloseReading(about, -3, -3, -3));
            }

            @Override
            public Analysis explain(Post post, Analysis first, Analysis read, Incident incident) {
                asked.add("explain");
                return read;
            }
        };
    }

    private static PlaceMention mall(double radiusMeters) {
        return new PlaceMention(
                "mall",
                13,
                17,
                TestPosts.MALL,
                radiusMeters,
                PlaceEvidence.TEXT,
                PlaceBasis.STATED,
                PlacePrecision.LANDMARK,
                "landmarks:1",
                0.9);
    }
}
