// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.Set;
import java.util.stream.Collectors;

final class AlertMemoryTest {

    private static final String TEXT = "gunman on the roof of the parking deck stay inside";

    private AlertMemory memory = AlertMemory.EMPTY;

    private int voices() {
        return memory.hypotheses().stream().mapToInt(each -> each.families().size()).sum();
    }

    @Test
    void twoHundredCopiesAreOneVoice() {
        // When
        for (int i = 0; i < 200; i++) {
            memory =
                    memory.with(
                            Voices.of(
                                    "copy" + i, "bot" + i, TEXT, IncidentCategory.SHOOTING, 3, i));
        }

        // Then
        assertThat(voices()).isEqualTo(1);
        assertThat(memory.hypotheses().get(0).families().get(0).members())
                .hasSize(AlertFamily.MOST_MEMBERS);
    }

    @Test
    void oneAuthorIsOneVoiceWhateverTheWords() {
        // When
        memory =
                memory.with(Voices.of("a", "ann", "shots fired here", shooting(), 3, 0))
                        .with(
                                Voices.of(
                                        "b",
                                        "ann",
                                        "everybody run to the exits",
                                        shooting(),
                                        3,
                                        1));

        // Then
        assertThat(voices()).isEqualTo(1);
    }

    @Test
    void wordsOfOneGroupOfCategoriesSpeakForOneHypothesis() {
        // When
        memory =
                memory.with(Voices.report(1, 0, IncidentCategory.SHOOTING))
                        .with(Voices.report(2, 0, IncidentCategory.ROBBERY))
                        .with(Voices.report(3, 0, IncidentCategory.FIRE));

        // Then
        assertThat(memory.hypotheses())
                .extracting(AlertHypothesis::kind, AlertHypothesis::group)
                .containsExactly(
                        tuple(ThreatKind.REPORT, CategoryGroup.VIOLENCE),
                        tuple(ThreatKind.REPORT, CategoryGroup.HAZARD));
        assertThat(memory.hypotheses().get(0).families()).hasSize(2);
    }

    @Test
    void whatAPostHeldTogetherFallsApartWithoutIt() {
        // Given
        memory =
                memory.with(
                                Voices.of(
                                        "a",
                                        "ann",
                                        "shots fired near the fountain",
                                        shooting(),
                                        3,
                                        0))
                        .with(Voices.of("c", "cat", TEXT, shooting(), 3, 1))
                        .with(Voices.of("b", "ann", TEXT, shooting(), 3, 2));
        assertThat(voices()).isEqualTo(1);

        // When
        memory = memory.without("b");

        // Then
        assertThat(voices()).isEqualTo(2);
    }

    @Test
    void anEditReplacesWhatWasSaid() {
        // Given
        memory = memory.with(Voices.shots(1, 0));

        // When
        memory = memory.with(Voices.denialBy("author1", "p1", "it was a car", 1));

        // Then
        assertThat(voices()).isZero();
        assertThat(memory.denials()).hasSize(1);
    }

    @Test
    void aFloodTakesThePlaceOfTheWeakestAndOfNothingThatIsStronger() {
        // Given
        for (int i = 0; i < Families.MOST; i++) {
            memory = memory.with(weak(i));
        }
        memory = memory.with(Voices.shots(5000, 1)).with(Voices.shots(5001, 1));

        // When
        for (int i = 1000; i < 1200; i++) {
            memory = memory.with(weak(i));
        }

        // Then
        Set<String> kept =
                memory.hypotheses().get(0).families().stream()
                        .flatMap(family -> family.members().stream())
                        .map(AlertEvidence::documentId)
                        .collect(Collectors.toSet());
        assertThat(kept).hasSize(Families.MOST).contains("p5000", "p5001");
    }

    private static AlertEvidence weak(int number) {
        AlertEvidence strong = Voices.shots(number, 0);
        return new AlertEvidence(
                strong.documentId(),
                strong.author(),
                strong.voice(),
                strong.kind(),
                strong.category(),
                0.2,
                0.2,
                0.5,
                strong.place(),
                strong.witnessedAt());
    }

    private static IncidentCategory shooting() {
        return IncidentCategory.SHOOTING;
    }
}
