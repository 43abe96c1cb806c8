// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

final class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    @Test
    void readsSeconds() {
        assertThat(RetryAfter.of("120", NOW)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void readsADate() {
        assertThat(RetryAfter.of("Tue, 01 Dec 2026 08:03:00 GMT", NOW))
                .isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void waitsForNothingThatIsPast() {
        assertThat(RetryAfter.of("Tue, 01 Dec 2026 07:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "soon", "1e3", "12345678901", "2026-12-01T08:03:00Z"})
    void saysNothingOfWhatCannotBeRead(String value) {
        assertThat(RetryAfter.of(value, NOW)).isNull();
    }
}
