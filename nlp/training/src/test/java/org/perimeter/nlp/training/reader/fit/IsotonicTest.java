// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.close.Calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class IsotonicTest {

    @Test
    void recoversAProbabilityThatRisesWithLogOdds() {
        // Given log odds that are twice too sure
        Random random = new Random(3);
        List<HeadOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            double logOdds = 8 * random.nextDouble() - 4;
            double truth = 1 / (1 + Math.exp(-logOdds / 2));
            outcomes.add(new HeadOutcome(logOdds, random.nextDouble() < truth));
        }

        // When
        Calibration calibration = Isotonic.fit(outcomes);

        // Then
        for (double logOdds = -3; logOdds <= 3; logOdds += 1) {
            assertThat(calibration.probability(logOdds))
                    .isCloseTo(1 / (1 + Math.exp(-logOdds / 2)), within(0.08));
        }
    }

    @Test
    void isNeverCertain() {
        // Given
        List<HeadOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            outcomes.add(new HeadOutcome(i, i >= 50));
        }

        // When
        Calibration calibration = Isotonic.fit(outcomes);

        // Then
        assertThat(calibration.probability(-50)).isPositive().isLessThan(0.05);
        assertThat(calibration.probability(500)).isLessThan(1).isGreaterThan(0.95);
    }

    @Test
    void poolsWhatFallsUntilItRises() {
        // Given log odds that say nothing
        List<HeadOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            outcomes.add(new HeadOutcome(i, i % 2 == 0));
        }

        // When
        Calibration calibration = Isotonic.fit(outcomes);

        // Then
        assertThat(calibration.probability(0)).isCloseTo(0.5, within(0.01));
        assertThat(calibration.probability(240)).isCloseTo(0.5, within(0.01));
    }
}
