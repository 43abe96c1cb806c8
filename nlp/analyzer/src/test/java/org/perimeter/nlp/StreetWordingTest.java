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

/** How people say where on a street something is. */
class StreetWordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "they robbed the QuikNook on Quarry | 45.20558 | -129.98975",
                "the quiknook on union street is taped off | 45.20018 | -129.99975",
                "QuikNook, Quarry Rd, till is gone | 45.20558 | -129.98975",
                "the Quarry Road QuikNook has no milk | 45.20558 | -129.98975",
                "asaltaron el QuikNook de la calle Union | 45.20018 | -129.99975"
            })
    void theBranchOnTheNamedStreetIsMeant(String text, double lat, double lon) {
        // When
        List<PlaceMention> places = places(text);

        // Then
        assertThat(places)
                .singleElement()
                .satisfies(place -> assertThat(meters(place, lat, lon)).isLessThan(50));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Main Street is blocked at Union | 45.2 | -130.0",
                "truck rolled down Harlow past Cedar | 45.2036 | -129.995",
                "harlow st is a parking lot by ridge blvd | 45.2036 | -129.9925",
                "Quarry Road backed up toward Cedar Lane | 45.2054 | -129.995",
                "flowers out on Quarry Rd, Union St side | 45.2054 | -130.0",
                "fight at harlow n cedar | 45.2036 | -129.995",
                "fight at Harlow @ Cedar | 45.2036 | -129.995",
                "cops at union n 5th | 45.2018 | -130.0",
                "cops at union and fifth | 45.2018 | -130.0",
                "pelea en la esquina de Harlow y Cedar | 45.2036 | -129.995",
                "hay un choque en Union y la quinta | 45.2018 | -130.0",
                "hay un choque en Union con la 5 | 45.2018 | -130.0",
                "balazos en calle Harlow con la Cedar | 45.2036 | -129.995"
            })
    void theCornerIsWhereTheyMeet(String text, double lat, double lon) {
        // When
        List<PlaceMention> places = places(text);

        // Then
        assertThat(places)
                .filteredOn(place -> place.precision() == PlacePrecision.INTERSECTION)
                .singleElement()
                .satisfies(place -> assertThat(meters(place, lat, lon)).isLessThan(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Main Street is quiet. We drove to Union",
                "the union steward on Harlow walked to the main office",
                "vendo 5 sillas en la Harlow"
            })
    void otherStreetsInThePostMakeNoCorner(String text) {
        assertThat(places(text))
                .noneMatch(place -> place.precision() == PlacePrecision.INTERSECTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gas smell on Harlow btwn Union n High | 45.2036 | -129.99875",
                "Harlow Street closed from Union to North High | 45.2036 | -129.99875",
                "huele a gas en Harlow entre Union y High | 45.2036 | -129.99875",
                "huele a gas entre Union y High por la Harlow | 45.2036 | -129.99875",
                "huele a gas entre la Main y la quinta sobre Cedar | 45.2009 | -129.995"
            })
    void aStretchLiesBetweenItsEnds(String text, double lat, double lon) {
        assertThat(places(text))
                .singleElement()
                .satisfies(place -> assertThat(meters(place, lat, lon)).isLessThan(50));
    }

    private static List<PlaceMention> places(String text) {
        return SharedModels.ANALYZER.analyze(AnalysisRequest.of(text)).places();
    }

    private static double meters(PlaceMention place, double lat, double lon) {
        return EarthDistance.meters(place.point(), new GeoPoint(lat, lon));
    }
}
