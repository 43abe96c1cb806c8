// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class TimeSpanTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void overlapsCountOnceAndWhatLiesOutsideDoesNotCount() {
        // Given
        TimeSpan hour = span(0, 60);
        List<TimeSpan> others = List.of(span(50, 90), span(-30, 10), span(5, 20), span(30, 30));

        // When
        Duration covered = hour.coveredBy(others);

        // Then
        assertThat(covered).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void nothingCoversAnEmptySpan() {
        // Given
        TimeSpan backwards = span(10, 5);

        // When
        Duration covered = backwards.coveredBy(List.of(span(0, 60)));

        // Then
        assertThat(covered).isZero();
        assertThat(backwards.length()).isZero();
    }

    private static TimeSpan span(long fromMinute, long toMinute) {
        return new TimeSpan(
                NOON.plus(Duration.ofMinutes(fromMinute)), NOON.plus(Duration.ofMinutes(toMinute)));
    }
}
