// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.alerting.CategoryGroup;
import org.perimeter.policy.alerting.NoiseRate;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

final class OrdinaryLifeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Tally tally = new Tally();

    private static ThreatFinding said(ThreatKind kind, IncidentCategory category) {
        return new ThreatFinding(kind, category, 0.9, 0.9, List.of());
    }

    @Test
    void makesARateOfWhatItHeardAndOfHowLongItListened() {
        // Given
        OrdinaryLife life = new OrdinaryLife(tally, true);

        // When
        for (int minute = 0; minute <= 120; minute++) {
            life.listened(NOON.plusSeconds(60L * minute));
            if (minute % 10 == 0) {
                life.heard(said(ThreatKind.REPORT, IncidentCategory.SHOOTING), NOON);
                life.heard(ThreatFinding.none(), NOON);
            }
        }

        // Then
        NoiseRate rate =
                new TownNoise(tally.counts()).rate(ThreatKind.REPORT, CategoryGroup.VIOLENCE, NOON);
        assertThat(rate.shape()).isEqualTo(NoiseRate.UNKNOWN.shape() + 13);
        assertThat(rate.hours()).isEqualTo(NoiseRate.UNKNOWN.hours() + 2);
    }

    @Test
    void doesNotCountTheTimeInWhichNobodyListened() {
        // Given
        OrdinaryLife life = new OrdinaryLife(tally, true);
        life.listened(NOON);

        // When
        life.listened(NOON.plusSeconds(3600));
        life.listened(NOON.plusSeconds(3660));

        // Then
        assertThat(tally.counts()).containsEntry(TownNoise.minutes(NOON), 1L);
    }

    @Test
    void leavesTheMinutesToAnotherThatSharesTheTown() {
        // Given
        OrdinaryLife life = new OrdinaryLife(tally, false);

        // When
        life.listened(NOON);
        life.listened(NOON.plusSeconds(60));

        // Then
        assertThat(tally.counts()).isEmpty();
    }
}
