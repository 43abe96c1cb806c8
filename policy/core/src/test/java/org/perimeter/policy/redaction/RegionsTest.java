// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.controls.Control;

import java.util.List;

/** Control IDN-02: phone numbers and licence plates in the forms of a region. */
final class RegionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ES|llama al 612 345 678 ya|llama al [phone] ya",
                "ES|llama al 612345678|llama al [phone]",
                "ES|llama al 912 34 56 78.|llama al [phone].",
                "MX|marca 55 1234 5678|marca [phone]",
                "NO|ring 22 34 56 78|ring [phone]",
                "PL|tel 512 345 678|tel [phone]",
                "IN|call 98765 43210|call [phone]",
                "GB|ring 020 7946 0958|ring [phone]",
                "AU|ring 0412 345 678|ring [phone]",
                "BR|liga (11) 91234-5678|liga [phone]",
                "US|call (510) 555-0144|call [phone]",
                "GB|a blue van AB51 XYK fled|a blue van [plate] fled",
                "DE|Wagen B-XY 4711 floh|Wagen [plate] floh",
                "FR|AB-123-CD en fuite|[plate] en fuite",
                "ES|coche 4711 BCD huye|coche [plate] huye",
                "IT|auto AB 123 CD|auto [plate]",
                "NL|wagen 12-XY-34|wagen [plate]",
                "IN|car MH 12 AB 1234|car [plate]",
                "BR|carro ABC1D23|carro [plate]",
                "AU|car 1AB 2CD|car [plate]",
                "US|white SUV 7KXR482 going north|white SUV [plate] going north"
            })
    @Control("IDN-02")
    void replacesInTheFormsOfARegion(String region, String text, String expected) {
        // Given
        Redactor redactor = Redactor.of(List.of(region));

        // When
        String redacted = redactor.redact(text).text();

        // Then
        assertThat(redacted).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plate 7ABC123 white van|plate [plate] white van",
                "license plate number is KXR 4821|license plate number is [plate]",
                "License plate: kxr4821.|License plate: [plate].",
                "partial plate 7KX|partial plate [plate]",
                "plates starting with KX7|plates starting with [plate]",
                "tag KXR-482 heading east|tag [plate] heading east",
                "plate #482915|plate #[plate]",
                "placa n\u00FAmero KXR-48-21|placa n\u00FAmero [plate]-21",
                "matr\u00EDcula KXR 4821|matr\u00EDcula [plate]"
            })
    @Control("IDN-02")
    void replacesWhatIsCalledAPlate(String text, String expected) {
        // Given
        Redactor redactor = Redactor.of(List.of("US"));

        // When
        String redacted = redactor.redact(text).text();

        // Then
        assertThat(redacted).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plates on 5th and pine",
                "license plate reader at 12th street",
                "PLATE ON 5TH AND PINE",
                "two plates of food at 7pm",
                "tag sale at 1400 Broadway",
                "tag me at the 2nd",
                "plate 2 of the gallery",
                "reg office room 4117",
                "home plate 90 ft",
                "bus 51B, AC 800, room B12, flight UA 482",
                "SR520 I880 US 101 SB at 2300 PST",
                "F150 or RAV4, a CR-V and an X5",
                "UNIT 3B12, ENG 5, COVID19 M4A1"
            })
    @Control("IDN-02")
    void leavesRoutesRoomsAndBusesAlone(String text) {
        // Given
        Redactor redactor = Redactor.of(List.of("US", "ES", "GB"));

        // When
        String redacted = redactor.redact(text).text();

        // Then
        assertThat(redacted).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"612 345 ", "20 7946 ", "61 23 45 ", "6.1.2.", "9 12 3456 ", "0412-"})
    @Timeout(10)
    void takesLinearTimeOnHostileTextInAnyRegion(String piece) {
        // Given
        Redactor redactor = Redactor.of(List.of("ES", "GB", "NO"));
        String text = piece.repeat(20_000 / piece.length());

        // When
        Redaction redaction = redactor.redact(text);

        // Then
        assertThat(redactor.redact(redaction.text()).text()).isEqualTo(redaction.text());
    }

    @Test
    void coordinatesAreNoNumbersOfAnyRegion() {
        // Given
        Redactor redactor = Redactor.of(List.of("NO", "ES", "DK", "SG"));
        String text = "at 59.913868, 10.752245 and 37.80531, -122.27261";

        // When
        String redacted = redactor.redact(text).text();

        // Then
        assertThat(redacted).isEqualTo(text);
    }

    @Test
    void aRegionThatDoesNotExistIsRefused() {
        // Given
        List<String> regions = List.of("US", "QQ");

        // When
        assertThatIllegalArgumentException()

                // Then
                .isThrownBy(() -> Redactor.of(regions))
                .withMessageContaining("QQ");
    }
}
