// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HouseNumberTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "0012, 12",
        "1234567, 1234567",
        "12A, 12a",
        "12 a, 12a",
        "12 1/2, 12½",
        "12½, 12½",
        "85-1159, 85-1159",
        "85-080, 85-080",
        "85–080, 85-080",
        "300 - 320, 300-320"
    })
    void hasOneFormHoweverItIsWritten(String written, String form) {
        // When
        String number = HouseNumber.of(written);

        // Then
        assertThat(number).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "Villa Rosa", "no number", "12345678", "12-", "-12"})
    void whatIsNoNumberHasNone(String written) {
        // When
        String number = HouseNumber.of(written);

        // Then
        assertThat(number).isEmpty();
    }

    @Test
    void aListIsEachOfItsNumbers() {
        assertThat(HouseNumber.listed("2;4; 6,8a & 10 1/2"))
                .containsExactly("2", "4", "6", "8a", "10½");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300-306 | 300,302,304,306",
                "7-8 | 7,8",
                "900a | 900",
                "12½ | 12",
                "85-1159 | ''",
                "85-080 | ''",
                "320-300 | ''",
                "1000-9000 | ''",
                "12 | ''"
            })
    void aRangeImpliesItsHousesAndALetterItsNumber(String number, String implied) {
        assertThat(String.join(",", HouseNumber.implied(number))).isEqualTo(implied);
    }
}
