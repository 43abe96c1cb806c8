// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.RetentionDiary;

import java.time.Instant;

/** What every {@link RetentionDiary} must do. */
public abstract class RetentionDiaryContract extends StoreContract {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.000000001Z");

    @Test
    void isEmptyBeforeTheFirstRound() {
        // When, Then
        assertThat(stores().retentionDiary().lastFinished()).isEmpty();
    }

    @Test
    void remembersTheLastRoundExactlyAndApartFromTheLedgersHeartbeat() {
        // Given
        stores().ledgerInbox().heartbeat(NOON.plusSeconds(7));
        stores().retentionDiary().finished(NOON);

        // When
        stores().retentionDiary().finished(NOON.plusSeconds(60));

        // Then
        assertThat(stores().retentionDiary().lastFinished()).contains(NOON.plusSeconds(60));
        assertThat(stores().ledgerInbox().lastDrained()).contains(NOON.plusSeconds(7));
    }
}
