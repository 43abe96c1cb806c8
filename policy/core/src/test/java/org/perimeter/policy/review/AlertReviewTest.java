// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.alerting.AlertEvidence;
import org.perimeter.policy.alerting.AlertMemory;
import org.perimeter.policy.alerting.AlertRules;
import org.perimeter.policy.alerting.CategoryGroup;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.alerting.Voices;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.alert.RulePrecision;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Control OUT-03: when an alert is raised, confirmed, withdrawn, and told. */
final class AlertReviewTest {

    private static final AlertRules RULES = AlertRules.of(RulebookFixture.rulebook());

    private final List<Alert> versions = new ArrayList<>();
    private IncidentStatus status = IncidentStatus.ACTIVE;
    private TownNoise noise = TownNoise.UNKNOWN;
    private Map<String, RulePrecision> pasts = Map.of();
    private AlertMemory memory = AlertMemory.EMPTY;

    private void hear(AlertEvidence... posts) {
        for (AlertEvidence post : posts) {
            memory = memory.with(post);
            review();
        }
    }

    private void review() {
        Incident incident =
                new Incident(
                        "manual:1",
                        "manual",
                        "CASE-1",
                        "Drill",
                        IncidentCategory.SHOOTING,
                        1,
                        status,
                        Fence.circle(new GeoPoint(-30, -140), 500),
                        Voices.NOON,
                        Voices.NOON,
                        Voices.NOON.plus(Duration.ofHours(6)),
                        null,
                        false,
                        false,
                        true,
                        1);
        Reviewed reviewed =
                AlertReview.of(
                        memory,
                        new ReviewTerms(
                                incident,
                                RULES,
                                noise,
                                0.2,
                                pasts,
                                "model-1",
                                Voices.NOON.plusSeconds(versions.size())));
        memory = reviewed.memory();
        versions.addAll(reviewed.changed());
    }

    private Alert newest() {
        return versions.get(versions.size() - 1);
    }

    private List<Alert> told() {
        return versions.stream().filter(alert -> alert.telling().now()).toList();
    }

    @Test
    @Control("OUT-03")
    void oneVoiceIsARumourAndTwoRaiseAnAlert() {
        // When
        hear(Voices.shots(1, 0));
        assertThat(versions).isEmpty();
        hear(Voices.shots(2, 1));

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.RAISED);
        assertThat(newest().authors()).isEqualTo(2);
        assertThat(newest().probability()).isGreaterThan(0.9);
        assertThat(newest().models()).isEqualTo("model-1");
        assertThat(newest().postIds()).containsExactly("p1", "p2");
        assertThat(newest().sequence()).isEqualTo(1);
        assertThat(newest().id())
                .isEqualTo(AlertVersions.id("manual:1", ThreatKind.REPORT, CategoryGroup.VIOLENCE));
    }

    @Test
    @Control("IDN-01")
    void anAlertNamesThePostsThatRaisedItButNotTheirExactTime() {
        // When
        hear(later(Voices.shots(1, 0), 7_314), later(Voices.shots(2, 1), 41_592));

        // Then
        assertThat(newest().postIds()).containsExactly("p1", "p2");
        assertThat(newest().raisedAt()).isEqualTo(Voices.shots(2, 1).witnessedAt());
    }

    @Test
    @Control("IDN-01")
    void windowsGoByTheExactTimesThatOnlyTheJobKnows() {
        // Given
        AlertEvidence early = Voices.shots(1, 0);

        // When
        hear(early, later(Voices.shots(2, 30), 30_000));
        assertThat(versions).isEmpty();
        hear(later(Voices.shots(3, 30), -30_000));

        // Then
        assertThat(newest().postIds()).contains("p3");
    }

    @Test
    void twoUnsureVoicesRaiseNothing() {
        // When
        hear(
                Voices.of("a", "ann", "was that a shot", IncidentCategory.SHOOTING, 0.5, 0),
                Voices.of("b", "ben", "maybe fireworks maybe guns", shooting(), 0.5, 1));

        // Then
        assertThat(versions).isEmpty();
    }

    @Test
    @Control("OUT-03")
    void twoHundredCopiesChangeNothing() {
        // Given
        hear(Voices.shots(1, 0), Voices.shots(2, 1));
        Alert before = newest();

        // When
        for (int i = 0; i < 200; i++) {
            AlertEvidence copied = Voices.shots(1, 0);
            hear(copy(copied, i));
        }

        // Then
        assertThat(newest().state()).isEqualTo(before.state());
        assertThat(newest().authors()).isEqualTo(2);
        assertThat(newest().probability()).isEqualTo(before.probability());
        assertThat(told()).hasSize(1);
    }

    @Test
    void confirmsWhenTwiceAsManySpeakAndHearsOfChangesAndDoublingsOnly() {
        // When
        for (int i = 1; i <= 17; i++) {
            hear(Voices.shots(i, i));
        }

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.CONFIRMED);
        assertThat(told()).extracting(Alert::authors).containsExactly(2, 4, 8, 16);
        assertThat(told())
                .extracting(alert -> alert.telling().times())
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    @Control("OUT-03")
    void withdrawsWhatIsDenied() {
        // Given
        hear(Voices.shots(1, 0), Voices.shots(2, 1), Voices.shots(3, 1));

        // When
        hear(Voices.denial(1, 4));
        assertThat(newest().state()).isEqualTo(AlertState.RAISED);
        hear(Voices.denial(2, 5), Voices.denial(3, 6));

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.RETRACTED);
        assertThat(newest().denials()).isEqualTo(3);
        assertThat(told())
                .extracting(Alert::state)
                .containsExactly(AlertState.RAISED, AlertState.RETRACTED);
    }

    @Test
    void doesNotWaverBetweenTheTwoThresholds() {
        // Given
        hear(Voices.shots(1, 0), Voices.shots(2, 1), Voices.shots(3, 1), Voices.denial(1, 4));

        // When: below what raises, above what withdraws
        hear(Voices.of("d", "dora", "some say it was a car", shooting(), 0.7, 5));
        memory = memory.without("p3");
        review();

        // Then
        assertThat(newest().probability()).isBetween(RULES.fall(), RULES.probability());
        assertThat(newest().state()).isEqualTo(AlertState.RAISED);
    }

    @Test
    void withdrawsWhenItsPostsAreErased() {
        // Given
        hear(Voices.shots(1, 0), Voices.shots(2, 1));

        // When
        memory = memory.without("p1");
        review();
        assertThat(newest().state()).isEqualTo(AlertState.RETRACTED);
        memory = memory.without("p2");
        review();

        // Then
        assertThat(newest().authors()).isZero();
        assertThat(newest().postIds()).isEmpty();
        assertThat(told()).hasSize(2);
    }

    @Test
    void suggestsWhatDispatchKnowsNothingOfToTheAnalystUntilItIsSure() {
        // When
        for (int i = 1; i <= 3; i++) {
            hear(Voices.report(i, i, IncidentCategory.SEVERE_WEATHER));
        }

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.SUGGESTED);
        assertThat(told()).isEmpty();

        // When
        hear(Voices.report(4, 4, IncidentCategory.SEVERE_WEATHER));

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.CONFIRMED);
        assertThat(told()).hasSize(1);
        assertThat(newest().telling().times()).isEqualTo(1);
    }

    @Test
    void tellsNothingOfTheEndOfASuggestion() {
        // Given
        for (int i = 1; i <= 3; i++) {
            hear(Voices.report(i, i, IncidentCategory.SEVERE_WEATHER));
        }

        // When
        status = IncidentStatus.CLOSED;
        review();

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.CLOSED);
        assertThat(told()).isEmpty();
    }

    @Test
    @Control("OUT-03")
    void aRuleThatAnalystsFoundUselessSpeaksToAnalystsOnly() {
        // Given
        pasts = Map.of("OUT-03/REPORT/VIOLENCE", new RulePrecision(1, 12));

        // When
        for (int i = 1; i <= 6; i++) {
            hear(Voices.shots(i, i));
        }

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.SUGGESTED);
        assertThat(newest().past()).isEqualTo(new RulePrecision(1, 12));
        assertThat(told()).isEmpty();
    }

    @Test
    void isNotSurprisedByWhatThisTownSaysEveryNight() {
        // Given
        noise =
                new TownNoise(
                        Map.of(
                                TownNoise.name(
                                        ThreatKind.REPORT, CategoryGroup.VIOLENCE, Voices.NOON),
                                2_000L,
                                TownNoise.millis(Voices.NOON),
                                360_000_000L));

        // When
        hear(Voices.shots(1, 0), Voices.shots(2, 1));
        assertThat(versions).isEmpty();
        for (int i = 3; i <= 8; i++) {
            hear(Voices.shots(i, i));
        }

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.CONFIRMED);
    }

    @Test
    void closesWithItsIncidentAndIsWithdrawnWhenItNeverWas() {
        // Given
        hear(Voices.shots(1, 0), Voices.shots(2, 1));

        // When
        status = IncidentStatus.CLOSED;
        review();
        assertThat(newest().state()).isEqualTo(AlertState.CLOSED);
        status = IncidentStatus.CANCELLED;
        review();

        // Then
        assertThat(newest().state()).isEqualTo(AlertState.RETRACTED);
        assertThat(newest().postIds()).containsExactly("p1", "p2");
        review();
        assertThat(versions).hasSize(3);
    }

    @Test
    void raisesNothingOnceTheIncidentIsOver() {
        // Given
        status = IncidentStatus.CLOSED;

        // When
        hear(Voices.shots(1, 0), Voices.shots(2, 1));

        // Then
        assertThat(versions).isEmpty();
    }

    private static IncidentCategory shooting() {
        return IncidentCategory.SHOOTING;
    }

    private static AlertEvidence later(AlertEvidence post, long millis) {
        return new AlertEvidence(
                post.documentId(),
                post.author(),
                post.voice(),
                post.kind(),
                post.category(),
                post.aboutLogOdds(),
                post.saysSoLogOdds(),
                post.score(),
                post.place(),
                post.witnessedAt().plusMillis(millis));
    }

    private static AlertEvidence copy(AlertEvidence post, int number) {
        return new AlertEvidence(
                "copy" + number,
                "bot" + number,
                post.voice(),
                post.kind(),
                post.category(),
                post.aboutLogOdds(),
                post.saysSoLogOdds(),
                post.score(),
                post.place(),
                post.witnessedAt().plusSeconds(number));
    }
}
