// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RulePrecisionTest {

    @Test
    void hasTheIntervalOfWilson() {
        // Given
        RulePrecision past = new RulePrecision(7, 10);

        // When, Then: as tables give it
        assertThat(past.low()).isCloseTo(0.3968, within(0.0001));
        assertThat(past.high()).isCloseTo(0.8922, within(0.0001));
    }

    @Test
    void knowsNothingBeforeAnybodyHasJudged() {
        // When, Then
        assertThat(RulePrecision.UNKNOWN.low()).isZero();
        assertThat(RulePrecision.UNKNOWN.high()).isEqualTo(1);
        assertThat(RulePrecision.UNKNOWN.isSurelyBelow(0.95)).isFalse();
    }

    @Test
    void isSurelyBelowAFloorOnlyAfterEnoughCases() {
        // When, Then
        assertThat(new RulePrecision(0, 2).isSurelyBelow(0.5)).isFalse();
        assertThat(new RulePrecision(1, 10).isSurelyBelow(0.5)).isTrue();
    }
}
