// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Instant;

/** How long a post may wait for an incident. */
final class RewindRuleTest {

    private static final Instant NOON = RulebookFixture.NOON;

    private final RewindRule tenMinutes = RewindRule.of(RulebookFixture.withValue("COL-10", "10"));

    @ParameterizedTest
    @CsvSource({"0, 0, 599, 599, false", "0, 0, 600, 0, true", "0, -1, 0, 600, true"})
    @Control("COL-10")
    void aPostWaitsItsMinutesByEitherClock(
            long arrived, long witnessed, long wallClock, long eventTime, boolean over) {
        // Given
        Instant arrival = NOON.plusSeconds(arrived);

        // When
        boolean isOver =
                tenMinutes.isOver(
                        arrival,
                        NOON.plusSeconds(witnessed),
                        NOON.plusSeconds(wallClock),
                        NOON.plusSeconds(eventTime));

        // Then
        assertThat(isOver).isEqualTo(over);
    }

    @Test
    @Control("COL-10")
    void nothingWaitsWithoutARulebookOrMinutes() {
        // Given
        RewindRule none = RewindRule.of(null);

        // When
        RewindRule off = RewindRule.of(RulebookFixture.withValue("COL-10", "0"));

        // Then
        assertThat(none.isOn()).isFalse();
        assertThat(off.isOn()).isFalse();
        assertThat(off.isOver(NOON, NOON, NOON, null)).isTrue();
        assertThat(tenMinutes.isOn()).isTrue();
    }
}
