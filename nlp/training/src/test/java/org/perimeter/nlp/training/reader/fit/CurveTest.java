// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CurveTest {

    private static final Curve CURVE =
            new Curve(
                    List.of(
                            new HeadOutcome(3, true),
                            new HeadOutcome(2, false),
                            new HeadOutcome(1, true),
                            new HeadOutcome(1, true),
                            new HeadOutcome(0, false),
                            new HeadOutcome(-1, false),
                            new HeadOutcome(-2, true),
                            new HeadOutcome(-3, false)));

    @Test
    void countsWhatLiesAtOrAboveAThreshold() {
        assertThat(CURVE.recall(1)).isEqualTo(0.75);
        assertThat(CURVE.recall(1.5)).isEqualTo(0.25);
        assertThat(CURVE.falseAlarms(0)).isEqualTo(0.5);
        assertThat(CURVE.precision(1)).isEqualTo(0.75);
        assertThat(CURVE.precision(9)).isEqualTo(1);
    }

    @Test
    void findsTheLowestThresholdForFalseAlarms() {
        assertThat(CURVE.falseAlarms(CURVE.lowestForFalseAlarms(0.25))).isEqualTo(0.25);
        assertThat(CURVE.lowestForFalseAlarms(0.25)).isGreaterThan(0).isLessThan(1);
        assertThat(CURVE.falseAlarms(CURVE.lowestForFalseAlarms(0))).isZero();
        assertThat(CURVE.lowestForFalseAlarms(1)).isEqualTo(-3);
    }

    @Test
    void findsTheLowestThresholdForPrecision() {
        assertThat(CURVE.lowestForPrecision(0.75)).isEqualTo(1);
        assertThat(CURVE.lowestForPrecision(0.5)).isEqualTo(-3);
        assertThat(new Curve(List.of(new HeadOutcome(1, false))).lowestForPrecision(0.9))
                .isGreaterThan(1);
    }

    @Test
    void saysBelowWhatAShareOfTheClassLies() {
        assertThat(CURVE.losing(0)).isEqualTo(-2);
        assertThat(CURVE.losing(0.4)).isEqualTo(1);
    }
}
