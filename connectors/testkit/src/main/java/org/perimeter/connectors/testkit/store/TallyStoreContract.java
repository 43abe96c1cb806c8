// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.TallyStore;

import java.util.Map;

/** What every {@link TallyStore} must do. */
public abstract class TallyStoreContract extends StoreContract {

    private TallyStore tallies() {
        return stores().tallies();
    }

    @Test
    void sumsTheNewestCountsOfEachProducer() {
        // Given
        tallies().put("jobs-a-0", Map.of("seen", 5L, "gate/DROP/OUTSIDE_FENCE", 1L));
        tallies().put("jobs-a-1", Map.of("seen", 100L, "standbyMillis", 1L << 40));

        // When
        tallies().put("jobs-a-0", Map.of("seen", 7L, "gate/DROP/OUTSIDE_FENCE", 2L));

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
    void isEmptyAtFirst() {
        // When, Then
        assertThat(tallies().total()).isEmpty();
    }
}
