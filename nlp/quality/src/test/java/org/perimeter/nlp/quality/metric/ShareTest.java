// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ShareTest {

    @Test
    void countsHitsAndCases() {
        // Given
        double[] row = new double[Share.WIDTH];

        // When
        Share.count(true, row, 0);
        Share.count(false, row, 0);
        Share.count(false, row, 0);
        Share.count(false, row, 0);

        // Then
        assertThat(Share.of(0).of(row)).isEqualTo(0.25);
        assertThat(Share.perMany(0, 1_000).of(row)).isEqualTo(250);
    }

    @Test
    void wilsonGivesThePublishedInterval() {
        // Given 81 of 263, the example of Newcombe, Statistics in Medicine 17 (1998), 857

        // When
        Interval interval = Share.wilson(81, 263);

        // Then
        assertThat(interval.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void noHitStillLeavesRoomAbove() {
        // Given

        // When
        Interval interval = Share.wilson(0, 20);

        // Then
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(0.1611, within(5e-5));
    }
}
