// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.entities.crf.CrfWeights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;

class NameModelReaderTest {

    private static final int MOST_BYTES = 10 << 20;

    private static final String SMALL =
            """
            labelIndices.length=\t2
            labelIndices[0].size()=\t2
            0\t0
            1\t1
            labelIndices[1].size()=\t3
            0\t0 0
            1\t1 0
            2\t0 1
            classIndex.size()=\t2
            0\tO
            1\tLOCATION
            featureIndex.size()=\t2
            0\ta|C
            1\tb|CpC
            <flags>
            </flags>
            weights.length=\t2
            2\t0.5 -0.5
            3\t1 2 3
            """;

    @Test
    void readsWeightsByLabelAndByPairOfLabels() throws IOException {
        // Given
        BufferedReader text = new BufferedReader(new StringReader(SMALL));
        double[] ofLabel = new double[2];
        double[] ofStep = new double[4];

        // When
        CrfWeights weights = NameModelReader.read(text);

        // Then
        weights.addTo(ofLabel, FeatureNames.key("a"));
        weights.addTo(ofStep, FeatureNames.key("b"));
        assertThat(weights.labels()).containsExactly("O", "LOCATION");
        assertThat(ofLabel).containsExactly(0.5, -0.5);
        assertThat(ofStep).containsExactly(1, 3, 2, 0);
        assertThat(weights.allows(1, 1)).isFalse();
        assertThat(weights.allows(0, 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "labelIndices.length=\t3", "labelIndices.length=\tx"})
    void refusesWhatIsNoModel(String text) {
        assertThatThrownBy(() -> NameModelReader.read(new BufferedReader(new StringReader(text))))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(NameModel.class)
    void staysSmallEnoughToBeCommitted(NameModel model) throws IOException {
        // Given
        try (InputStream in = NameModel.class.getResourceAsStream(model.file())) {
            // When
            int bytes = in.readAllBytes().length;

            // Then
            assertThat(bytes).isBetween(100_000, MOST_BYTES);
        }
    }
}
