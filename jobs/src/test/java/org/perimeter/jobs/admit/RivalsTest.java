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
import org.perimeter.policy.model.incident.IncidentStatus;
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
import java.util.Map;

/** A fire and a robbery in the same streets: whose is a post that lies in both fences? */
class RivalsTest {

    @TempDir Path folder;

    private final Instant now = Instant.now();
    private final Incident fire = TestPosts.incident("cad:fire", now);
    private final Incident robbery = TestPosts.incident("cad:robbery", now);
    private final List<String> readBeside = new ArrayList<>();
    private TestDeployment deployment;
    private ControlView control;

    @BeforeEach
    void openBoth() throws Exception {
        deployment = new TestDeployment(folder, TestRulebook.at(now), now);
        control = deployment.control(Clock.fixed(now, ZoneOffset.UTC)).open();
        control.apply(ControlUpdate.incident(now, fire));
        control.apply(ControlUpdate.incident(now, robbery));
    }

    @Test
    void keepsThePostForTheSurerIncidentOnly() throws Exception {
        // Given
        CloseStation reader = reader(Map.of("cad:fire", 2.5, "cad:robbery", 4.0));

        // When
        ReasonCode beside = judge(fire, reader, "cad:robbery");
        ReasonCode own = judge(robbery, reader, "cad:fire");

        // Then
        assertThat(beside).isEqualTo(ReasonCode.ABOUT_ANOTHER);
        assertThat(own).isEqualTo(ReasonCode.ALLOWED);
    }

    @Test
    void readsBesideOthersOnlyWhatWouldBeKept() throws Exception {
        // Given
        CloseStation reader = reader(Map.of("cad:fire", -3.0, "cad:robbery", 4.0));

        // When
        ReasonCode reason = judge(fire, reader, "cad:robbery");

        // Then
        assertThat(reason).isEqualTo(ReasonCode.NOT_RELEVANT);
        assertThat(readBeside).containsExactly("cad:fire");
    }

    @Test
    void anIncidentThatIsOverHasNoClaim() throws Exception {
        // Given
        control.apply(
                ControlUpdate.incident(
                        now, TestPosts.incident("cad:robbery", now, IncidentStatus.CLOSED, 2)));
        CloseStation reader = reader(Map.of("cad:fire", 2.5, "cad:robbery", 4.0));

        // When
        ReasonCode reason = judge(fire, reader, "cad:robbery");

        // Then
        assertThat(reason).isEqualTo(ReasonCode.ALLOWED);
    }

    @Test
    void wherePostsCannotBeReadCloselyNothingIsCompared() throws Exception {
        // Given
        CloseStation half = reader(Map.of("cad:fire", 2.5));

        // When
        ReasonCode reason = judge(fire, half, "cad:robbery");

        // Then
        assertThat(reason).isEqualTo(ReasonCode.ALLOWED);
    }

    private @Nullable ReasonCode judge(Incident incident, CloseStation reader, String rival)
            throws Exception {
        PlainAdmission admission =
                new PlainAdmission(control, reader, deployment.keyring(), new Tally());
        Post post = TestPosts.post("p1", "ann", "smoke at the mall", TestPosts.MALL, now);
        Candidate candidate =
                Candidate.matched(
                        incident,
                        TestPosts.upsert(post),
                        Analysis.empty("en"),
                        new Match(incident.id(), MALL, 0, false),
                        List.of(rival));
        PolicyDecision decision = admission.serve(candidate, now, write -> {}, signal -> {});
        return decision == null ? null : decision.reason();
    }

    /** Reads by a table of log odds; what is not in it cannot be read. */
    private CloseStation reader(Map<String, Double> about) {
        return (post, first, incident) -> {
            readBeside.add(incident.id());
            Double logOdds = about.get(incident.id());
            return logOdds == null
                    ? first
                    : new Analysis(
                            first.language(),
                            first.entities(),
                            first.places(),
                            first.relevance(),
                            first.threat(),
                            new CloseReading(logOdds, -3, -3, -3));
        };
    }

    private static final PlaceMention MALL =
            new PlaceMention(
                    "mall",
                    13,
                    17,
                    TestPosts.MALL,
                    120,
                    PlaceEvidence.TEXT,
                    PlaceBasis.STATED,
                    PlacePrecision.LANDMARK,
                    "landmarks:1",
                    0.9);
}
