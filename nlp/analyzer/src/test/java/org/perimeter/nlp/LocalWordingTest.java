// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.List;

/** How people write local places: roads, exits, numbers, parts of names and slips. */
class LocalWordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crash on I-900 at Cedar Ln | I-900 at Cedar Ln | 45.2045 | -129.995",
                "semi burning I900 near Harlow x Quarry, no: i 900 & Union St | i 900 & Union St"
                        + " | 45.2045 | -130.0",
                "wreck 900 North at Ridge Blvd | 900 North at Ridge Blvd | 45.2045 | -129.9925",
                "Route 77 is flooded | Route 77 | 45.2062 | -129.985",
                "stuck by exit 12 | exit 12 | 45.2045 | -129.9875",
                "I-900 exit 12A closed | I-900 exit 12A | 45.2045 | -129.9875",
                "two hurt at 140 Harlow St | 140 Harlow St | 45.2036 | -129.999",
                "fire in the 100 block of Harlow Street | 100 block of Harlow Street | 45.2036 |"
                        + " -129.9995",
                "Harlow between Union and High is shut | Harlow between Union and High | 45.2036 |"
                        + " -129.99875",
                "lockdown at Marsham School | Marsham School | 45.2065 | -129.9915",
                "smoke at Norvale Airport | Norvale Airport | 45.2064 | -129.999",
                "everybody to UTMI please | UTMI | 45.2015 | -129.986",
                "greenlawn cemetery gate is open | greenlawn cemetery | 45.2022 | -129.9868",
                "someone robbed the Odell's lot | Odell | 45.2041 | -129.9862",
                "crash on Harlwo St and Cedar Ln | Harlwo St and Cedar Ln | 45.2036 | -129.995",
                "tree down on Wexcomb Pkwy | Wexcomb Pkwy | 45.2062 | -129.985",
                "crash at E Harlow & Cedar | E Harlow & Cedar | 45.2036 | -129.995"
            })
    void findsThePlace(String text, String words, double lat, double lon) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();

        // Then
        assertThat(places)
                .anySatisfy(
                        place -> {
                            assertThat(EarthDistance.meters(place.point(), new GeoPoint(lat, lon)))
                                    .isLessThan(150);
                            assertThat(place.text()).isEqualTo(words);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two hurt at 85-1159 Harlow St | 85-1159 Harlow St | -129.9985",
                "two hurt at 85–080 Harlow Street | 85–080 Harlow Street | -129.9995",
                "two hurt at 150A Harlow St | 150A Harlow St | -129.9982",
                "two hurt at 160 1/2 Harlow St | 160 1/2 Harlow St | -129.998",
                "two hurt at 160½ Harlow St | 160½ Harlow St | -129.998",
                "two hurt at 0140 Harlow St | 0140 Harlow St | -129.999",
                "two hurt at 138-142 Harlow St | 138-142 Harlow St | -129.999"
            })
    void findsTheHouseHoweverItsNumberIsWritten(String text, String words, double lon) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();

        // Then
        assertThat(places)
                .anySatisfy(
                        place -> {
                            assertThat(place.text()).isEqualTo(words);
                            assertThat(place.precision()).isEqualTo(PlacePrecision.POINT);
                            assertThat(
                                            EarthDistance.meters(
                                                    place.point(), new GeoPoint(45.2036, lon)))
                                    .isLessThan(1);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we waited 77 minutes and left",
                "the kids are at a memorial school play in june",
                "harbor seals and cedar smoke",
                "Main Street and Wall Street disagree on rates",
                "exit polls had 12 points between them",
                "utmi is not a word"
            })
    void leavesOrdinaryTalkAlone(String text) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();

        // Then
        assertThat(places).isEmpty();
    }
}
