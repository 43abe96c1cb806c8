// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.TallyStore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** What every {@link TallyStore} must do. */
public abstract class TallyStoreContract extends StoreContract {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private TallyStore tallies() {
        return stores().tallies();
    }

    @Test
    void sumsTheNewestCountsOfEachProducer() {
        // Given
        tallies().put("jobs-a-0", DAY, NOON, Map.of("seen", 5L, "gate/DROP/OUTSIDE_FENCE", 1L));
        tallies().put("jobs-a-1", DAY, NOON, Map.of("seen", 100L, "standbyMillis", 1L << 40));

        // When
        tallies()
                .put(
                        "jobs-a-0",
                        DAY,
                        NOON.plusSeconds(1),
                        Map.of("seen", 7L, "gate/DROP/OUTSIDE_FENCE", 2L));

        // Then
        assertThat(tallies().total())
                .isEqualTo(
                        Map.of(
                                "seen",
                                107L,
                                "gate/DROP/OUTSIDE_FENCE",
                                2L,
                                "standbyMillis",
                                1L << 40));
    }

    @Test
    void ignoresCountsThatWereToldEarlier() {
        // Given
        tallies().put("a", DAY, NOON.plusMillis(2), Map.of("seen", 9L));

        // When
        tallies().put("a", DAY, NOON.plusMillis(1), Map.of("seen", 8L));

        // Then
        assertThat(tallies().total()).isEqualTo(Map.of("seen", 9L));
    }

    @Test
    void sumsTheDaysThatAreAskedFor() {
        // Given
        tallies().put("a", DAY.minusDays(1), NOON, Map.of("seen", 1L));
        tallies().put("a", DAY, NOON, Map.of("seen", 10L));
        tallies().put("b", DAY, NOON, Map.of("seen", 100L));
        tallies().put("a", DAY.plusDays(1), NOON, Map.of("seen", 1000L));
        tallies().put("a", DAY.plusDays(2), NOON, Map.of("seen", 10000L));

        // When
        Map<String, Long> twoDays = tallies().total(DAY, DAY.plusDays(1));

        // Then
        assertThat(twoDays).isEqualTo(Map.of("seen", 1110L));
        assertThat(tallies().total(DAY, DAY)).isEqualTo(Map.of("seen", 110L));
        assertThat(tallies().total()).isEqualTo(Map.of("seen", 11111L));
    }

    @Test
    void dropsTheDaysBeforeAGivenOne() {
        // Given
        tallies().put("a", DAY.minusDays(1), NOON, Map.of("seen", 1L));
        tallies().put("b", DAY.minusDays(9), NOON, Map.of("seen", 2L));
        tallies().put("a", DAY, NOON, Map.of("seen", 4L));

        // When
        long dropped = tallies().dropBefore(DAY);

        // Then
        assertThat(dropped).isEqualTo(2);
        assertThat(tallies().total()).isEqualTo(Map.of("seen", 4L));
    }

    @Test
    void isEmptyAtFirst() {
        // When, Then
        assertThat(tallies().total()).isEmpty();
        assertThat(tallies().dropBefore(DAY)).isZero();
    }
}
