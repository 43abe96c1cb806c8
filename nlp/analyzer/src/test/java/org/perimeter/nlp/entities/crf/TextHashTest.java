// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.crf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextHashTest {

    @ParameterizedTest
    @CsvSource({"Nor,vale", "'',Norvale", "Norvale,''", "a,'-WORD|C'", "'...','Xxxxx'"})
    void joinsHashesAsTextsAreJoined(String left, String right) {
        // Given
        TextHash first = TextHash.of(left);
        TextHash second = TextHash.of(right);

        // When
        TextHash joined = first.then(second);

        // Then
        assertThat(joined).isEqualTo(TextHash.of(left + right));
        assertThat(joined.key()).isNotEqualTo(TextHash.of(left + right + "x").key());
    }
}
