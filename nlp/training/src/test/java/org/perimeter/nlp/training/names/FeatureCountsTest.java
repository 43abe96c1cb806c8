// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureCountsTest {

    @Test
    void countsOnWhileItGrows() {
        // Given
        FeatureCounts counts = new FeatureCounts();

        // When
        for (long key = 0; key < 1_200_000; key++) {
            counts.add(key);
            if (key % 3 == 0) {
                counts.add(key);
            }
        }

        // Then
        assertThat(counts.of(3)).isEqualTo(2);
        assertThat(counts.of(1_199_998)).isEqualTo(1);
        assertThat(counts.of(-1)).isZero();
    }
}
