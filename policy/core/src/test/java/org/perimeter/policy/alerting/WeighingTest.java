// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.time.Duration;
import java.util.Objects;

final class WeighingTest {

    private static final Duration WINDOW = Duration.ofMinutes(30);

    private static Weighing weigh(IncidentCategory incident, AlertEvidence... posts) {
        AlertMemory memory = AlertMemory.EMPTY;
        for (AlertEvidence post : posts) {
            memory = memory.with(post);
        }
        return Objects.requireNonNull(
                Weighing.of(memory.hypotheses().get(0), memory.denials(), incident, WINDOW));
    }

    @Test
    void takesTheBestStretchOfTimeWhereverItLies() {
        // When
        Weighing weighing =
                weigh(
                        IncidentCategory.SHOOTING,
                        Voices.shots(1, -9),
                        Voices.shots(2, -8),
                        Voices.shots(3, 0),
                        Voices.shots(4, 55),
                        Voices.shots(5, 120));

        // Then
        assertThat(weighing.posts())
                .extracting(AlertEvidence::documentId)
                .containsExactly("p1", "p2", "p3");
    }

    @Test
    void denialsCountAgainstAReport() {
        // When
        Weighing said = weigh(IncidentCategory.SHOOTING, Voices.shots(1, 0), Voices.shots(2, 1));
        Weighing denied =
                weigh(
                        IncidentCategory.SHOOTING,
                        Voices.shots(1, 0),
                        Voices.shots(2, 1),
                        Voices.denial(1, 3),
                        Voices.denial(2, 50));

        // Then
        assertThat(said.probability()).isGreaterThan(0.9);
        assertThat(denied.denials()).isEqualTo(2);
        assertThat(denied.probability()).isLessThan(0.5);
    }

    @Test
    void whatWasDeniedBeforeAnybodySaidItCountsNothing() {
        // When
        Weighing weighing =
                weigh(IncidentCategory.SHOOTING, Voices.shots(1, 0), Voices.denial(1, -5));

        // Then
        assertThat(weighing.denials()).isZero();
    }

    @Test
    void whoTakesItBackDoesNotSpeakForItAnyMore() {
        // When
        Weighing weighing =
                weigh(
                        IncidentCategory.SHOOTING,
                        Voices.shots(1, 0),
                        Voices.shots(2, 1),
                        Voices.denialBy("author1", "d", "nevermind it was a car backfiring", 4));

        // Then
        assertThat(weighing.voices()).isEqualTo(1);
    }

    @Test
    void believesDispatchWhenWordsOfOneGroupDisagree() {
        // When
        Weighing weighing =
                weigh(
                        IncidentCategory.STABBING,
                        Voices.report(1, 0, IncidentCategory.ASSAULT),
                        Voices.report(2, 1, IncidentCategory.STABBING));

        // Then
        assertThat(weighing.category()).isEqualTo(IncidentCategory.STABBING);
        assertThat(weighing.agreement()).isEqualTo(Agreement.SAME);
    }

    @Test
    void asksMoreOfWhatDispatchDoesNotKnow() {
        // When
        double same = weighed(IncidentCategory.SHOOTING).probability();
        double related = weighed(IncidentCategory.EXPLOSION).probability();
        double unrelated = weighed(IncidentCategory.SEVERE_WEATHER).probability();

        // Then
        assertThat(same).isGreaterThan(related);
        assertThat(related).isGreaterThan(unrelated);
    }

    private static Weighing weighed(IncidentCategory incident) {
        return weigh(incident, Voices.shots(1, 0), Voices.shots(2, 1));
    }

    @Test
    void aPostThatIsNoLikelierThanAnyOtherAddsNothing() {
        // When
        Weighing weighing =
                weigh(
                        IncidentCategory.SHOOTING,
                        Voices.of("a", "ann", "shots", IncidentCategory.SHOOTING, 0, 0));

        // Then
        assertThat(weighing.families().get(0).weight()).isZero();
    }
}
