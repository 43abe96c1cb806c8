// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecoveriesTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void saysHowLongTheMiddleAndTheSlowestTook() {
        // Given
        Recoveries recoveries = new Recoveries();
        for (long seconds = 1; seconds <= 20; seconds++) {
            recoveries.begin(100 * SECOND);
            recoveries.end((100 + seconds) * SECOND);
        }

        // When, Then
        assertThat(recoveries.json())
                .isEqualTo("{\"count\":20,\"p50\":10000,\"p95\":19000,\"max\":20000}");
    }

    @Test
    void countsAKillOnceHoweverOftenAllWorks() {
        // Given
        Recoveries recoveries = new Recoveries();
        recoveries.begin(0);

        // When
        recoveries.end(SECOND);
        recoveries.end(9 * SECOND);

        // Then
        assertThat(recoveries.since()).isNull();
        assertThat(recoveries.millis(1)).isEqualTo(1_000);
    }

    @Test
    void saysNothingOfRecoveriesThatThereWereNot() {
        // Given
        Recoveries recoveries = new Recoveries();
        recoveries.begin(5);

        // When, Then
        assertThat(recoveries.since()).isEqualTo(5);
        assertThat(recoveries.millis(0.5)).isZero();
    }
}
