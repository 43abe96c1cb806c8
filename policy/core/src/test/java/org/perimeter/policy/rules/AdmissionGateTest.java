// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.perimeter.policy.rules.Posts.NOW;
import static org.perimeter.policy.rules.Posts.OPENED;
import static org.perimeter.policy.rules.Posts.PLACE;
import static org.perimeter.policy.rules.Posts.TEXT;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Duration;
import java.time.Instant;

/** Controls COL-02, COL-03, COL-04, COL-08, COL-09, COL-10, FAS-01 and IDN-02 at admission. */
final class AdmissionGateTest {

    @Test
    void admitsAReportInsideTheFence() {
        // Given
        AdmissionInput input = Posts.input(Posts.post(TEXT));

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.ADMIT, "COL-02", ReasonCode.ALLOWED);
        assertThat(decision.rulebookHash()).isEqualTo(RulebookFixture.rulebook().hash());
    }

    @Test
    void redactsAReportThatNamesSomebody() {
        // Given
        AdmissionInput input = Posts.input(Posts.post(TEXT + " @invented.bsky.social"));

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.REDACT, "IDN-02", ReasonCode.IDENTIFIERS_REPLACED);
    }

    @Test
    @Control("COL-02")
    void dropsAnOrdinaryPostThatMerelyNamesThePlace() {
        // Given
        AdmissionInput input = Posts.input(Posts.analysis(false, ThreatKind.NONE, 0));

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-02.about", ReasonCode.NOT_RELEVANT);
    }

    @Test
    void admitsAThreatOnlyFromTheLeastScoreOn() {
        // Given
        AdmissionInput enough = Posts.input(Posts.analysis(false, ThreatKind.THREAT, 0.5));
        AdmissionInput tooLittle = Posts.input(Posts.analysis(false, ThreatKind.THREAT, 0.49));

        // When
        PolicyDecision admitted = AdmissionGate.decide(enough);
        PolicyDecision dropped = AdmissionGate.decide(tooLittle);

        // Then
        assertThat(admitted.outcome()).isEqualTo(Outcome.ADMIT);
        assertThat(dropped.reason()).isEqualTo(ReasonCode.NOT_RELEVANT);
    }

    @Test
    void keepsWhatIsLikelyAboutTheIncidentThoughItsWordsReportNothing() {
        // Given
        AdmissionInput input = Posts.input(Posts.readClosely(false, 1.5));

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertThat(decision.outcome()).isEqualTo(Outcome.ADMIT);
    }

    @Test
    void dropsWhatIsNotAboutThisIncidentThoughItSpeaksOfOne() {
        // Given
        AdmissionInput input = Posts.input(Posts.readClosely(true, 0.3));

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-02.about", ReasonCode.NOT_RELEVANT);
    }

    @Test
    @Control("COL-02")
    void asksMoreOfAPostThatIsInsideByItsPositionOnly() {
        // Given
        Analysis unsure =
                Posts.withoutPlaces(Posts.readClosely(false, Math.log(0.85 / (1 - 0.85))));
        Analysis sure = Posts.withoutPlaces(Posts.readClosely(false, Math.log(0.95 / (1 - 0.95))));
        Analysis naming = Posts.readClosely(false, Math.log(0.85 / (1 - 0.85)));

        // When, Then
        assertDecision(
                AdmissionGate.decide(Posts.byPosition(unsure, RulebookFixture.rulebook())),
                Outcome.DROP,
                "COL-02.position",
                ReasonCode.NOT_RELEVANT);
        assertThat(decideByPosition(sure, RulebookFixture.rulebook())).isEqualTo(Outcome.ADMIT);
        assertThat(decideByPosition(naming, RulebookFixture.rulebook())).isEqualTo(Outcome.ADMIT);
    }

    @Test
    @Control("COL-02")
    void dropsWhatIsSurerToBeAboutAnotherIncidentInTheSameStreets() {
        // Given
        AdmissionInput input = Posts.input(Posts.readClosely(true, 2));

        // When, Then
        assertDecision(
                AdmissionGate.decide(input.beside(2.1)),
                Outcome.DROP,
                "COL-02.rival",
                ReasonCode.ABOUT_ANOTHER);
        assertThat(AdmissionGate.decide(input.beside(2.0)).outcome()).isEqualTo(Outcome.ADMIT);
        assertThat(AdmissionGate.decide(input.beside(null)).outcome()).isEqualTo(Outcome.ADMIT);
    }

    @Test
    void comparesNoIncidentsWhereTheRulebookDoesNot() {
        // Given
        Rulebook older = RulebookFixture.withoutRule("COL-02.rival");
        AdmissionInput input =
                new AdmissionInput(
                        Posts.post("shots at City Hall"),
                        Posts.readClosely(true, 2),
                        Posts.match(Posts.PLACE),
                        Posts.incident(),
                        30.0,
                        0,
                        older,
                        Posts.NOW);

        // When, Then
        assertThat(AdmissionGate.decide(input).outcome()).isEqualTo(Outcome.ADMIT);
    }

    @Test
    void asksTheSameOfBothWhereTheRulebookMakesNoDifference() {
        // Given
        Rulebook older = RulebookFixture.withoutRule("COL-02.position");
        Analysis unsure =
                Posts.withoutPlaces(Posts.readClosely(false, Math.log(0.85 / (1 - 0.85))));

        // When, Then
        assertThat(decideByPosition(unsure, older)).isEqualTo(Outcome.ADMIT);
    }

    private static Outcome decideByPosition(Analysis analysis, Rulebook rulebook) {
        return AdmissionGate.decide(Posts.byPosition(analysis, rulebook)).outcome();
    }

    @Test
    @Control("COL-08")
    void dropsWhatAnInferredPlaceAloneSupports() {
        // Given
        PlaceMention place = Posts.place(PlaceBasis.INFERRED, PlacePrecision.POINT, 10, 0.99);

        // When
        PolicyDecision decision = AdmissionGate.decide(Posts.input(Posts.match(place)));

        // Then
        assertDecision(decision, Outcome.DROP, "COL-08", ReasonCode.PLACE_INFERRED_ONLY);
    }

    @Test
    @Control("COL-08")
    void dropsWhatACoarseUncertainOrUnlikelyPlaceSupports() {
        // Given
        PlaceMention county = Posts.place(PlaceBasis.STATED, PlacePrecision.COUNTY, 100, 0.9);
        PlaceMention wide = Posts.place(PlaceBasis.STATED, PlacePrecision.STREET, 1500.1, 0.9);
        PlaceMention doubtful = Posts.place(PlaceBasis.STATED, PlacePrecision.STREET, 100, 0.49);
        PlaceMention broken =
                Posts.place(PlaceBasis.STATED, PlacePrecision.STREET, Double.NaN, 0.9);
        PlaceMention fine = Posts.place(PlaceBasis.STATED, PlacePrecision.CITY, 1500, 0.5);

        for (PlaceMention place : new PlaceMention[] {county, wide, doubtful, broken}) {
            // When
            PolicyDecision decision = AdmissionGate.decide(Posts.input(Posts.match(place)));

            // Then
            assertDecision(decision, Outcome.DROP, "COL-08", ReasonCode.PLACE_TOO_COARSE);
        }
        assertThat(AdmissionGate.decide(Posts.input(Posts.match(fine))).allows()).isTrue();
    }

    @Test
    @Control("COL-02")
    void dropsAPlaceOutsideTheFence() {
        // Given
        PlaceMention elsewhere =
                new PlaceMention(
                        PLACE.text(),
                        15,
                        24,
                        new GeoPoint(37.81, -122.2726),
                        100,
                        PLACE.evidence(),
                        PLACE.basis(),
                        PLACE.precision(),
                        PLACE.placeId(),
                        0.9);

        // When
        PolicyDecision decision = AdmissionGate.decide(Posts.input(Posts.match(elsewhere)));

        // Then
        assertDecision(decision, Outcome.DROP, "COL-02", ReasonCode.OUTSIDE_FENCE);
    }

    @Test
    @Control("COL-02")
    void admitsNothingThroughAFenceThatTheRulebookNoLongerAllows() {
        // Given
        AdmissionInput input =
                Posts.input(RulebookFixture.withValue(RuleId.FENCE_RADIUS, "0.4"), NOW);

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-02", ReasonCode.OUTSIDE_FENCE);
    }

    @Test
    @Control("COL-10")
    void looksBackNoFurtherThanTheRewind() {
        // Given
        Instant edge = OPENED.minus(Duration.ofMinutes(10));

        // When
        PolicyDecision within = AdmissionGate.decide(Posts.input(Posts.post(TEXT, edge, false)));
        PolicyDecision before =
                AdmissionGate.decide(Posts.input(Posts.post(TEXT, edge.minusMillis(1), false)));

        // Then
        assertThat(within.outcome()).isEqualTo(Outcome.ADMIT);
        assertDecision(before, Outcome.DROP, "COL-10", ReasonCode.BEFORE_REWIND);
    }

    @Test
    @Control("COL-03")
    void admitsNothingWitnessedAtTheExpiryOrLater() {
        // Given
        Instant expiry = OPENED.plus(Duration.ofHours(6));

        // When
        PolicyDecision decision =
                AdmissionGate.decide(Posts.input(Posts.post(TEXT, expiry, false)));

        // Then
        assertDecision(decision, Outcome.DROP, "COL-03", ReasonCode.INCIDENT_NOT_OPEN);
    }

    @Test
    @Control("COL-01")
    void admitsNothingForAnIncidentThatIsNotLive() {
        // Given
        for (IncidentStatus status : IncidentStatus.values()) {
            AdmissionInput input =
                    Posts.input(Posts.incident(status, IncidentCategory.SHOOTING, false, false));

            // When
            PolicyDecision decision = AdmissionGate.decide(input);

            // Then
            if (status != IncidentStatus.ACTIVE) {
                assertDecision(decision, Outcome.DROP, "COL-01", ReasonCode.INCIDENT_NOT_OPEN);
            }
        }
        PolicyDecision expired =
                AdmissionGate.decide(
                        Posts.input(RulebookFixture.rulebook(), NOW.plus(Duration.ofHours(6))));
        assertThat(expired.reason()).isEqualTo(ReasonCode.INCIDENT_NOT_OPEN);
    }

    @Test
    @Control("COL-04")
    void admitsNothingForACategoryThatTheRulebookLeavesOut() {
        // Given
        AdmissionInput input =
                Posts.input(RulebookFixture.withoutCategory(IncidentCategory.SHOOTING), NOW);

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-04", ReasonCode.CATEGORY_MISMATCH);
    }

    @Test
    @Control("FAS-01")
    void admitsNothingAtAProtectedPlaceWithoutApproval() {
        // Given
        AdmissionInput unapproved =
                Posts.input(
                        Posts.incident(
                                IncidentStatus.ACTIVE, IncidentCategory.SHOOTING, true, false));
        AdmissionInput approved =
                Posts.input(
                        Posts.incident(
                                IncidentStatus.ACTIVE, IncidentCategory.SHOOTING, true, true));

        // When
        PolicyDecision dropped = AdmissionGate.decide(unapproved);
        PolicyDecision admitted = AdmissionGate.decide(approved);

        // Then
        assertDecision(dropped, Outcome.DROP, "FAS-01", ReasonCode.PROTECTED_PLACE);
        assertThat(admitted.outcome()).isEqualTo(Outcome.ADMIT);
    }

    @Test
    @Control("COL-09")
    void stopsAtTheVolumeCap() {
        // Given
        AdmissionInput last =
                Posts.input(
                        Posts.analysis(true, ThreatKind.NONE, 0),
                        Posts.match(PLACE),
                        Posts.incident(),
                        19_999);
        AdmissionInput oneTooMany =
                Posts.input(
                        Posts.analysis(true, ThreatKind.NONE, 0),
                        Posts.match(PLACE),
                        Posts.incident(),
                        20_000);

        // When
        PolicyDecision admitted = AdmissionGate.decide(last);
        PolicyDecision dropped = AdmissionGate.decide(oneTooMany);

        // Then
        assertThat(admitted.outcome()).isEqualTo(Outcome.ADMIT);
        assertDecision(dropped, Outcome.DROP, "COL-09", ReasonCode.VOLUME_CAP);
    }

    @Test
    @Control("COL-07")
    void dropsReposts() {
        // Given
        AdmissionInput input = Posts.input(Posts.post(TEXT, NOW, true));

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-07", ReasonCode.REPOST);
    }

    @Test
    @Control("COL-01")
    void dropsUnderALapsedRulebook() {
        // Given
        AdmissionInput input =
                Posts.input(RulebookFixture.rulebook(), Instant.parse("2028-01-01T00:00:00Z"));

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-01", ReasonCode.RULEBOOK_EXPIRED);
    }

    @Test
    @Control("COL-01")
    void dropsWhenItCannotDecide() {
        // Given
        AdmissionInput input = Posts.input(new Match("cad:other", PLACE, 0, false));

        // When
        PolicyDecision decision = AdmissionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-01", ReasonCode.DECISION_ERROR);
    }

    @Test
    void refusesUnreadWhatItWouldRefuseHoweverItReads() {
        // Given
        AdmissionInput inside = Posts.input(new Match(Posts.incident().id(), PLACE, 0, false));
        AdmissionInput elsewhere = Posts.input(new Match("cad:other", PLACE, 0, false));

        // Then
        assertThat(AdmissionGate.refuseUnread(inside)).isNull();
        assertThat(AdmissionGate.refuseUnread(inside.read(Analysis.empty("en")))).isNull();
        assertThat(AdmissionGate.refuseUnread(elsewhere))
                .isEqualTo(AdmissionGate.decide(elsewhere))
                .isEqualTo(AdmissionGate.decide(elsewhere.read(Analysis.empty("en"))));
    }

    private static void assertDecision(
            PolicyDecision decision, Outcome outcome, String rule, ReasonCode reason) {
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.ruleId()).isEqualTo(rule);
        assertThat(decision.reason()).isEqualTo(reason);
    }
}
