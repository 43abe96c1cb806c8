// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.close.Calibration.Point;

import java.util.List;

final class CalibrationTest {

    private static final Calibration CALIBRATION =
            new Calibration(List.of(new Point(-2, 0.1), new Point(0, 0.5), new Point(1, 0.9)));

    @Test
    void goesStraightBetweenPoints() {
        assertThat(CALIBRATION.probability(-1)).isCloseTo(0.3, within(1e-9));
        assertThat(CALIBRATION.probability(0.5)).isCloseTo(0.7, within(1e-9));
        assertThat(CALIBRATION.probability(0)).isEqualTo(0.5);
    }

    @Test
    void staysFlatBeyondTheEnds() {
        assertThat(CALIBRATION.probability(-9)).isEqualTo(0.1);
        assertThat(CALIBRATION.probability(9)).isEqualTo(0.9);
    }

    @Test
    void refusesPointsThatFall() {
        assertThatThrownBy(() -> new Calibration(List.of(new Point(0, 0.5), new Point(1, 0.4))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
