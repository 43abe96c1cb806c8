// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

class AlertPolicyTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final AlertRules RULES = new AlertRules("hash", 2, 3, Duration.ofMinutes(30));

    @Test
    void needsIndependentAuthorsToRaise() {
        // Given
        AlertMemory oneAuthor =
                AlertMemory.EMPTY.with(support("d1", "ann", 1, 0)).with(support("d2", "ann", 2, 1));

        // When
        AlertMemory two = oneAuthor.with(support("d3", "ben", 3, 2));

        // Then
        assertThat(AlertPolicy.bySupport(oneAuthor, RULES)).isNull();
        assertThat(AlertPolicy.bySupport(two, RULES)).isEqualTo(AlertState.RAISED);
    }

    @Test
    void countsCopiesOfOneTextByDifferentAuthorsOnce() {
        // Given
        AlertMemory copies =
                AlertMemory.EMPTY
                        .with(support("d1", "ann", 0, 0))
                        .with(support("d2", "ben", 0, 1))
                        .with(support("d3", "cat", 0, 2));

        // When
        AlertState state = AlertPolicy.bySupport(copies, RULES);

        // Then
        assertThat(state).isNull();
    }

    @Test
    void doesNotRaiseByVoicesThatAreTooFarApart() {
        // Given
        AlertMemory apart =
                AlertMemory.EMPTY
                        .with(support("d1", "ann", 1, 0))
                        .with(support("d2", "ben", 2, 31));

        // When
        AlertState state = AlertPolicy.bySupport(apart, RULES);

        // Then
        assertThat(state).isNull();
    }

    @Test
    void confirmsByMoreVoicesAndRetractsWhenTooFewAreLeft() {
        // Given
        AlertMemory three = raised(2).with(support("d3", "author3", 3, 3));

        // When
        AlertMemory confirmed = three.with(alert(AlertState.CONFIRMED));

        // Then
        assertThat(AlertPolicy.bySupport(three, RULES)).isEqualTo(AlertState.CONFIRMED);
        assertThat(AlertPolicy.bySupport(confirmed.withoutPost("d1"), RULES))
                .isEqualTo(AlertState.RAISED);
        assertThat(AlertPolicy.bySupport(confirmed.withoutPost("d1").withoutPost("d2"), RULES))
                .isEqualTo(AlertState.RETRACTED);
    }

    @Test
    void doesNotFallBecauseTimePasses() {
        // Given
        AlertMemory longAgo = raised(2).with(support("d9", "author1", 9, 500));

        // When
        AlertState state = AlertPolicy.bySupport(longAgo, RULES);

        // Then
        assertThat(state).isEqualTo(AlertState.RAISED);
    }

    @Test
    void followsTheIncident() {
        assertThat(AlertPolicy.byIncident(TestPosts.incident("i", NOON), NOON)).isNull();
        assertThat(
                        AlertPolicy.byIncident(
                                TestPosts.incident("i", NOON), NOON.plus(Duration.ofHours(7))))
                .isEqualTo(AlertState.CLOSED);
        assertThat(
                        AlertPolicy.byIncident(
                                TestPosts.incident("i", NOON, IncidentStatus.CLOSED, 2), NOON))
                .isEqualTo(AlertState.CLOSED);
        assertThat(
                        AlertPolicy.byIncident(
                                TestPosts.incident("i", NOON, IncidentStatus.CANCELLED, 2), NOON))
                .isEqualTo(AlertState.RETRACTED);
    }

    @Test
    void keepsTheIdAndCountsTheSequenceOn() {
        // Given
        AlertSignal signal =
                AlertSignal.support(
                        "i",
                        ThreatKind.REPORT,
                        IncidentCategory.SHOOTING,
                        support("d3", "author3", 3, 3));
        AlertMemory memory = raised(3);

        // When
        Alert next =
                Objects.requireNonNull(
                        AlertVersions.bySupport(
                                signal, memory, AlertState.CONFIRMED, "hash", NOON));

        // Then
        assertThat(next.sequence()).isEqualTo(alert(AlertState.RAISED).sequence() + 1);
        assertThat(next.postIds()).containsExactly("d1", "d2", "d3");
        assertThat(next.authors()).isEqualTo(3);
        assertThat(next.id()).isEqualTo(AlertVersions.id(signal.key()));
        assertThat(
                        AlertVersions.bySupport(
                                signal,
                                memory.with(next),
                                AlertState.CONFIRMED,
                                "hash",
                                NOON.plusSeconds(1)))
                .isSameAs(next);
    }

    private static AlertMemory raised(int voices) {
        AlertMemory memory = AlertMemory.EMPTY;
        for (int i = 1; i <= voices; i++) {
            memory = memory.with(support("d" + i, "author" + i, i, i));
        }
        return memory.with(alert(AlertState.RAISED));
    }

    private static Alert alert(AlertState state) {
        AlertSignal signal =
                AlertSignal.support(
                        "i",
                        ThreatKind.REPORT,
                        IncidentCategory.SHOOTING,
                        support("d1", "author1", 1, 1));
        AlertMemory memory = AlertMemory.EMPTY.with(support("d1", "author1", 1, 1));
        return Objects.requireNonNull(AlertVersions.bySupport(signal, memory, state, "h", NOON));
    }

    /** Texts with different numbers have fingerprints that differ in half of their bits. */
    private static AlertSupport support(String id, String author, int text, int minute) {
        PlaceMention place =
                new PlaceMention(
                        "",
                        0,
                        0,
                        TestPosts.MALL,
                        50,
                        PlaceEvidence.GPS,
                        PlaceBasis.STATED,
                        PlacePrecision.POINT,
                        "platform:GPS",
                        1);
        long hash = text * 0x9e3779b97f4a7c15L;
        return new AlertSupport(
                id, author, hash, 0.9, place, NOON.plus(Duration.ofMinutes(minute)));
    }
}
