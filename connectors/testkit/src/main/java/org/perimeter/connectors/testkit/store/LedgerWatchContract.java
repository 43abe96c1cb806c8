// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.LedgerWatch;

/** What every {@link LedgerWatch} must do. */
public abstract class LedgerWatchContract extends StoreContract {

    private LedgerWatch watch() {
        return stores().ledgerWatch();
    }

    @Test
    void knowsOfNothingBeforeItIsTold() {
        // When, Then
        assertThat(watch().heldSince("jobs")).isEmpty();
        assertThat(watch().handedIn("jobs-a")).isZero();
    }

    @Test
    void remembersSinceWhenEachHolderHoldsUntilItHoldsNothing() {
        // Given
        watch().holds("jobs", SamplePost.WITNESSED);
        watch().holds("other", SamplePost.WITNESSED.plusNanos(7));

        // When
        watch().holds("other", null);

        // Then
        assertThat(watch().heldSince("jobs")).contains(SamplePost.WITNESSED);
        assertThat(watch().heldSince("other")).isEmpty();
    }

    @Test
    void remembersHowFarEachProducerIs() {
        // Given
        watch().handedIn("jobs-a", 3);
        watch().handedIn("jobs-b", 9);

        // When
        watch().handedIn("jobs-a", 7);

        // Then
        assertThat(watch().handedIn("jobs-a")).isEqualTo(7);
        assertThat(watch().handedIn("jobs-b")).isEqualTo(9);
    }
}
