// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.quality.metric.Interval;

final class ErrorRateTest {

    @Test
    void theRatioHasTheIntervalOfKatz() {
        // Given 15 of 100 against 5 of 100: log 3 plus or minus 1.96 times 0.49666
        ErrorRate rate = new ErrorRate(15, 100);
        ErrorRate best = new ErrorRate(5, 100);

        // When
        Interval interval = rate.ratioInterval(best);

        // Then
        assertThat(rate.ratioTo(best)).isCloseTo(3, within(1e-12));
        assertThat(interval.low()).isCloseTo(1.1334, within(2e-4));
        assertThat(interval.high()).isCloseTo(7.941, within(2e-3));
    }

    @Test
    void theDifferenceHasTheIntervalOfNewcombe() {
        // Given 56 of 70 against 48 of 80, his example
        ErrorRate rate = new ErrorRate(56, 70);

        // When
        Interval interval = rate.differenceInterval(new ErrorRate(48, 80));

        // Then
        assertThat(interval.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void aZeroCountGivesAWideButFiniteRatio() {
        // Given
        ErrorRate rate = new ErrorRate(2, 100);

        // When
        Interval interval = rate.ratioInterval(new ErrorRate(0, 100));

        // Then 2.5 of 100.5 against 0.5 of 100.5
        assertThat(rate.ratioTo(new ErrorRate(0, 100))).isCloseTo(5, within(1e-12));
        assertThat(interval.low()).isLessThan(1);
        assertThat(interval.high()).isGreaterThan(20).isFinite();
    }
}
