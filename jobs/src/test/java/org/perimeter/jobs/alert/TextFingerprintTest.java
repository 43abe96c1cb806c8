// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFingerprintTest {

    private static final String ORIGINAL =
            "shots fired inside the river mall near the food court, everybody is running to the"
                    + " north exit, stay away";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHOTS FIRED inside the River Mall near the food court! Everybody is running to the"
                        + " north exit... stay away",
                "shots fired inside the river mall near the food court, everybody is running to the"
                        + " north exit, stay away!! rt",
            })
    void recognisesCopies(String copy) {
        assertThat(TextFingerprint.isNear(TextFingerprint.of(ORIGINAL), TextFingerprint.of(copy)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I just heard like five gunshots at river mall, hiding in a store with two others",
                "omg we are at the mall and someone is shooting, please send help to the north"
                        + " exit",
                "shots fired near the river mall, police everywhere, roads are blocked, avoid",
            })
    void tellsWitnessesApart(String other) {
        assertThat(TextFingerprint.isNear(TextFingerprint.of(ORIGINAL), TextFingerprint.of(other)))
                .isFalse();
    }

    @Test
    void hasAFingerprintForAnyText() {
        assertThat(TextFingerprint.of("")).isEqualTo(TextFingerprint.of(" ! "));
    }
}
