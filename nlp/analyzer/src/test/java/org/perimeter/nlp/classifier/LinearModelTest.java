// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Weights in, log odds and reasons out; the same after a round trip through a file. */
final class LinearModelTest {

    private static final int STRONG = 7;
    private static final int WEAK = 11;
    private static final int AGAINST = 13;

    @Test
    void addsTheWeightsOfATextsFeatures() {
        // When
        double margin = model().margin(features());

        // Then
        assertThat(margin).isCloseTo(-1 + 3 + 0.5 - 2, within(0.001));
    }

    @Test
    void givesTheStrongestFeaturesAsReasonsAndNoneThatSpokeAgainst() {
        // When
        LinearModel model = model();

        // Then
        assertThat(model.strongest(features(), 5)).containsExactly(1, 0);
    }

    @Test
    void isTheSameAfterARoundTrip() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model().write(out);

        // When
        LinearModel read = LinearModel.read(new ByteArrayInputStream(out.toByteArray()));

        // Then
        assertThat(read.margin(features())).isEqualTo(model().margin(features()));
    }

    @Test
    void refusesAnotherFile() {
        // Given
        byte[] other = {31, -117, 8, 0, 0};

        // Then
        assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(other)))
                .isInstanceOf(IOException.class);
    }

    private static LinearModel model() {
        double[] weights = new double[1 << LinearModel.BITS];
        weights[STRONG] = 3;
        weights[WEAK] = 0.5;
        weights[AGAINST] = -2;
        return LinearModel.quantize(weights, -1);
    }

    private static TextFeatures features() {
        TextFeatures features = new TextFeatures();
        features.add(WEAK, 0, 0);
        features.add(STRONG, 1, 2);
        features.add(AGAINST, 3, 3);
        features.add(STRONG, 4, 4);
        return features;
    }
}
