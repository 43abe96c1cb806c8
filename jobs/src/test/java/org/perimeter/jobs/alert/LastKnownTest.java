// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.StoreException;

import java.time.Duration;
import java.time.Instant;

final class LastKnownTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private boolean away;
    private int asked;
    private final LastKnown<Integer> known =
            new LastKnown<>("how often", Duration.ofHours(1), 0, now -> ask());

    private int ask() {
        asked++;
        if (away) {
            throw new StoreException("away", true, null);
        }
        return asked;
    }

    @Test
    void asksAgainOnlyWhenTheAnswerHasAged() {
        assertThat(known.at(NOON)).isEqualTo(1);
        assertThat(known.at(NOON.plusSeconds(3599))).isEqualTo(1);
        assertThat(known.at(NOON.plusSeconds(3600))).isEqualTo(2);
    }

    @Test
    void keepsWhatItKnewWhereTheStoreDoesNotAnswerAndAsksAfterAMinute() {
        // Given
        assertThat(known.at(NOON)).isEqualTo(1);
        away = true;
        Instant later = NOON.plusSeconds(3600);

        // When
        int during = known.at(later);
        away = false;

        // Then
        assertThat(during).isEqualTo(1);
        assertThat(known.at(later.plusSeconds(59))).isEqualTo(1);
        assertThat(known.at(later.plusSeconds(60))).isEqualTo(3);
    }
}
