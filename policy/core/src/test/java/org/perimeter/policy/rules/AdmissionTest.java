// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.Identity;
import org.perimeter.policy.key.IncidentKey;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Controls IDN-01, IDN-02 and RET-01: what of a post may rest. */
final class AdmissionTest {

    private static final PolicyDecision REDACT =
            new PolicyDecision(Outcome.REDACT, "IDN-02", ReasonCode.IDENTIFIERS_REPLACED, "hash");

    @TempDir private Path path;

    private IncidentKey key;

    @BeforeEach
    void createKey() throws IOException {
        key = IncidentKeys.of(KeyFolder.create(path, "audit")).openOrCreate("cad:1");
    }

    @Test
    @Control({"COL-07", "IDN-01", "IDN-02"})
    void whatRestsNamesNeitherAuthorNorPost() {
        // Given
        AdmissionInput input = Posts.input(Posts.post("@invented: " + Posts.TEXT));

        // When
        Admitted admitted = Admission.of(input, REDACT, key, 7);

        // Then
        StoredPost post = admitted.post();
        assertThat(admitted.toString())
                .doesNotContain("did:plc:invented")
                .doesNotContain("at://post/1")
                .doesNotContain("bsky.example")
                .doesNotContain("@invented");
        assertThat(post.id()).isEqualTo(key.documentId("bluesky", "at://post/1"));
        assertThat(post.author()).isEqualTo(key.author("bluesky", "did:plc:invented"));
        assertThat(post.text()).isEqualTo("[handle]: " + Posts.TEXT);
        assertThat(post.version()).isEqualTo(7);
        assertThat(post.decision()).isEqualTo(REDACT);
    }

    @Test
    @Control("IDN-01")
    void timesThatRestAreNoFinerThanTheRulebookSays() {
        // Given
        Instant posted = Instant.parse("2027-03-10T11:52:41.314159Z");
        Post post = Posts.post(Posts.TEXT, posted, false);
        Instant now = Instant.parse("2027-03-10T11:59:59.999Z");
        Rulebook shipped = RulebookFixture.rulebook();
        Rulebook coarser = RulebookFixture.withValue("IDN-01.time", "15");
        Rulebook silent = RulebookFixture.withoutRule("IDN-01.time");

        // When
        StoredPost minute = Admission.of(admittedAt(now, post, shipped), REDACT, key, 1).post();
        StoredPost quarter = Admission.of(admittedAt(now, post, coarser), REDACT, key, 1).post();
        StoredPost older = Admission.of(admittedAt(now, post, silent), REDACT, key, 1).post();

        // Then
        assertThat(minute.witnessedAt()).isEqualTo("2027-03-10T11:52:00Z");
        assertThat(minute.createdAt()).isEqualTo("2027-03-10T11:52:00Z");
        assertThat(minute.admittedAt()).isEqualTo("2027-03-10T11:59:00Z");
        assertThat(quarter.witnessedAt()).isEqualTo("2027-03-10T11:45:00Z");
        assertThat(quarter.admittedAt()).isEqualTo("2027-03-10T11:45:00Z");
        assertThat(older.witnessedAt()).isEqualTo(minute.witnessedAt());
    }

    @Test
    @Control("IDN-01")
    void theIdentityMapHoldsWhatTheIndexDoesNot() {
        // Given
        AdmissionInput input = Posts.input(Posts.post(Posts.TEXT));

        // When
        Admitted admitted = Admission.of(input, REDACT, key, 7);

        // Then
        String id = admitted.post().id();
        assertThat(admitted.identity().documentId()).isEqualTo(id);
        assertThat(Identity.open(key, admitted.identity().sealed(), id))
                .isEqualTo(
                        new Identity(
                                "bluesky",
                                "at://post/1",
                                "did:plc:invented",
                                "https://bsky.example/post/1"));
        assertThat(admitted.identity().deleteByDay()).isEqualTo(admitted.post().deleteByDay());
    }

    @Test
    @Control("RET-01")
    void theLastDayIsFixedByTheClass() {
        // Given
        AdmissionInput raw = Posts.input(Posts.post(Posts.TEXT));
        AdmissionInput sensitive =
                Posts.input(
                        Posts.incident(
                                IncidentStatus.ACTIVE, IncidentCategory.SHOOTING, true, true));

        // When
        StoredPost r1 = Admission.of(raw, REDACT, key, 1).post();
        StoredPost r0 = Admission.of(sensitive, REDACT, key, 1).post();

        // Then
        assertThat(r1.retentionClass()).isEqualTo(RetentionClass.R1);
        assertThat(r1.deleteByDay()).isEqualTo("2027-03-16");
        assertThat(r0.retentionClass()).isEqualTo(RetentionClass.R0);
        assertThat(r0.deleteByDay()).isEqualTo("2027-03-10");
    }

    @Test
    void offsetsOfTheAnalysisFitTheStoredText() {
        // Given
        String text = "via @invented: " + Posts.TEXT + " ask x@example.org";
        int shift = "via @invented: ".length();
        PlaceMention place = moved(Posts.PLACE, shift);
        Analysis analysis =
                new Analysis(
                        "en",
                        List.of(
                                new EntityMention(EntityType.PERSON, "@invented", 4, 13),
                                new EntityMention(EntityType.LOCATION, "City Hall", 30, 39)),
                        List.of(place),
                        Posts.analysis(true, ThreatKind.REPORT, 0.9).relevance(),
                        new ThreatFinding(
                                ThreatKind.REPORT,
                                IncidentCategory.SHOOTING,
                                0.9,
                                List.of(
                                        new EvidenceSpan(shift, shift + 11, "report.shots"),
                                        new EvidenceSpan(5, 8, "inside-a-handle"))));
        AdmissionInput input =
                new AdmissionInput(
                        Posts.post(text),
                        analysis,
                        Posts.match(place),
                        Posts.incident(),
                        null,
                        0,
                        RulebookFixture.rulebook(),
                        Posts.NOW);

        // When
        StoredPost stored = Admission.of(input, REDACT, key, 1).post();

        // Then
        assertThat(stored.analysis().entities()).hasSize(1);
        PlaceMention found = stored.analysis().places().get(0);
        assertThat(stored.text().substring(found.start(), found.end())).isEqualTo("City Hall");
        assertThat(stored.match().place()).isEqualTo(found);
        EvidenceSpan span = stored.analysis().threat().spans().get(0);
        assertThat(stored.analysis().threat().spans()).hasSize(1);
        assertThat(stored.text().substring(span.start(), span.end())).isEqualTo("Shots fired");
    }

    @Test
    @Control("IDN-02")
    void aMatchedPlaceInsideALinkKeepsItsPointButNotItsWords() {
        // Given
        String text = "https://example.org/City Hall";
        PlaceMention inside =
                new PlaceMention(
                        "City",
                        20,
                        24,
                        Posts.HALL,
                        100,
                        Posts.PLACE.evidence(),
                        Posts.PLACE.basis(),
                        Posts.PLACE.precision(),
                        "layer:12",
                        0.9);
        AdmissionInput input =
                new AdmissionInput(
                        Posts.post(text),
                        Posts.analysis(true, ThreatKind.NONE, 0),
                        Posts.match(inside),
                        Posts.incident(),
                        null,
                        0,
                        RulebookFixture.rulebook(),
                        Posts.NOW);

        // When
        StoredPost stored = Admission.of(input, REDACT, key, 1).post();

        // Then
        assertThat(stored.match().place().text()).isEmpty();
        assertThat(stored.match().place().end()).isZero();
        assertThat(stored.match().place().point()).isEqualTo(Posts.HALL);
    }

    @Test
    @Control("COL-01")
    void refusesToStoreWhatWasNotAdmitted() {
        // Given
        PolicyDecision drop =
                new PolicyDecision(Outcome.DROP, "COL-01", ReasonCode.DECISION_ERROR, "");

        // When
        assertThatIllegalArgumentException()

                // Then
                .isThrownBy(() -> Admission.of(Posts.input(Posts.post(Posts.TEXT)), drop, key, 1));
    }

    private static AdmissionInput admittedAt(Instant now, Post post, Rulebook rulebook) {
        return new AdmissionInput(
                post,
                Posts.analysis(true, ThreatKind.REPORT, 0.9),
                Posts.match(Posts.PLACE),
                Posts.incident(),
                null,
                0,
                rulebook,
                now);
    }

    private static PlaceMention moved(PlaceMention place, int by) {
        return new PlaceMention(
                place.text(),
                place.start() + by,
                place.end() + by,
                place.point(),
                place.radiusMeters(),
                place.evidence(),
                place.basis(),
                place.precision(),
                place.placeId(),
                place.confidence());
    }
}
