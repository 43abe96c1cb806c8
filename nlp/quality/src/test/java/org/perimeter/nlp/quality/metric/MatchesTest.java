// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

final class MatchesTest {

    private static final double[] TWO_BLOCKS = {3, 1, 2, 0, 5, 4};

    @Test
    void countsEqualThingsOnce() {
        // Given
        double[] row = new double[2 * Matches.WIDTH];

        // When
        Matches.count(List.of("a", "b", "c"), List.of("b", "c", "c", "d"), row, 1);

        // Then two right, one wrong, one missed, in the second block
        assertThat(row).containsExactly(0, 0, 0, 2, 1, 1);
    }

    @Test
    void figuresOfOneBlockFollowTheTextbook() {
        // Given three right, one wrong, two missed

        // When
        double f1 = Matches.f1(0).of(TWO_BLOCKS);

        // Then
        assertThat(Matches.precision(0).of(TWO_BLOCKS)).isEqualTo(0.75);
        assertThat(Matches.recall(0).of(TWO_BLOCKS)).isEqualTo(0.6);
        assertThat(f1).isCloseTo(2 * 0.75 * 0.6 / (0.75 + 0.6), within(1e-12));
    }

    @Test
    void microWeighsMentionsAndMacroWeighsBlocks() {
        // Given

        // When
        double micro = Matches.micro(Matches.f1(0)).of(TWO_BLOCKS);
        double macro = Matches.macro(Matches.f1(0)).of(TWO_BLOCKS);

        // Then 3 of (2 * 3 + 6 + 6) halves, against the mean of 0.666… and 0
        assertThat(micro).isCloseTo(6.0 / 18, within(1e-12));
        assertThat(macro).isCloseTo((6.0 / 9 + 0) / 2, within(1e-12));
    }

    @Test
    void macroLeavesOutBlocksWithoutTruth() {
        // Given a second block where nothing was to be found
        double[] sums = {1, 0, 1, 0, 7, 0};

        // When
        double macro = Matches.macro(Matches.recall(0)).of(sums);

        // Then
        assertThat(macro).isEqualTo(0.5);
    }

    @Test
    void nothingToFindAndNothingFoundIsNoFigure() {
        // Given
        double[] sums = {0, 0, 0};

        // When
        double f1 = Matches.f1(0).of(sums);

        // Then
        assertThat(f1).isNaN();
    }
}
