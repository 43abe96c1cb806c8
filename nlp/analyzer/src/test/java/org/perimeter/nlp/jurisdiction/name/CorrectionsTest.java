// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {

    @ParameterizedTest
    @CsvSource({
        "stilwater, stillwater",
        "stillwatter, stillwater",
        "stillwatre, stillwater",
        "stollwater, stillwater"
    })
    void undoesOneSlip(String written, String meant) {
        // Given
        Corrections corrections = new Corrections();
        corrections.add("stillwater");
        corrections.add("broadway");

        // When
        String corrected = corrections.of(written);

        // Then
        assertThat(corrected).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"stillwater", "stillwood", "atillwater", "stolwater", "main", "mian"})
    void leavesOtherWordsAlone(String written) {
        // Given
        Corrections corrections = new Corrections();
        corrections.add("stillwater");
        corrections.add("main");

        // When
        String corrected = corrections.of(written);

        // Then
        assertThat(corrected).isNull();
    }

    @Test
    void doesNotChooseBetweenTwo() {
        // Given
        Corrections corrections = new Corrections();
        corrections.add("harland");
        corrections.add("garland");
        corrections.add("hartland");

        // When
        String corrected = corrections.of("harrland");

        // Then
        assertThat(corrected).isNull();
    }
}
