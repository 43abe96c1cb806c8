// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class WilsonIntervalTest {

    @Test
    void givesTheIntervalsOfTheTextbook() {
        // When
        WilsonInterval half = WilsonInterval.of(0.5, 10);
        WilsonInterval eight = WilsonInterval.of(0.8, 100);

        // Then
        assertThat(half.low()).isCloseTo(0.2366, within(1e-4));
        assertThat(half.high()).isCloseTo(0.7634, within(1e-4));
        assertThat(eight.low()).isCloseTo(0.7112, within(1e-4));
        assertThat(eight.high()).isCloseTo(0.8666, within(1e-4));
    }

    @Test
    void staysWithinOneAtTheEnds() {
        // When
        WilsonInterval none = WilsonInterval.of(0, 20);
        WilsonInterval all = WilsonInterval.of(1, 20);

        // Then
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1611, within(1e-4));
        assertThat(all.high()).isEqualTo(1);
    }
}
