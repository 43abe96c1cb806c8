// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.TallyStore;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.alerting.CategoryGroup;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

final class TownCountsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final TallyStore tallies = new InMemoryStores().tallies();
    private final TownCounts counts = new TownCounts(tallies);

    private void counted(LocalDate day, long voices) {
        tallies.put(
                "match-run-0",
                day,
                NOON,
                Map.of(
                        TownNoise.name(ThreatKind.REPORT, CategoryGroup.HAZARD, NOON),
                        voices,
                        TownNoise.millis(NOON),
                        21_600_000L));
    }

    private double shape(Instant at) {
        return counts.at(at).rate(ThreatKind.REPORT, CategoryGroup.HAZARD, NOON).shape();
    }

    @Test
    void sumsTheDaysBeforeThisOne() {
        // Given
        counted(TODAY.minusDays(1), 20);
        counted(TODAY.minusDays(2), 30);
        counted(TODAY.minusDays(40), 500);

        // When, Then
        assertThat(shape(NOON)).isEqualTo(50.5);
    }

    @Test
    void leavesTodayOutSoThatAnEventDoesNotRaiseItsOwnBar() {
        // Given
        counted(TODAY, 200);

        // When, Then
        assertThat(shape(NOON)).isEqualTo(0.5);
    }

    @Test
    void looksAgainAfterAnHour() {
        // Given
        assertThat(shape(NOON)).isEqualTo(0.5);
        counted(TODAY.minusDays(1), 20);

        // When, Then
        assertThat(shape(NOON.plusSeconds(60))).isEqualTo(0.5);
        assertThat(shape(NOON.plusSeconds(3600))).isEqualTo(20.5);
    }
}
