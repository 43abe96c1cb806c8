// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.List;

class LocalPlacesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crash at 5th & Main Union | none",
                "shots at 5th & Union | 5th & Union",
                "shots near Main and Union | Main and Union",
                "crash at Main St. & Union St | Main St. & Union St",
                "fight corner of Harlow St and Cedar | Harlow St and Cedar",
                "Harlow/Union is blocked | Harlow/Union",
                "fire on Harlow at N High | Harlow at N High",
                "cops at Fifth Ave and High St | Fifth Ave and High St",
                "cops all over main st & ridge blvd | main st & ridge blvd",
                "Main x Cedar rn | Main x Cedar",
                "hay un choque en la esquina de Main y Union | Main y Union",
                "balacera en la calle Main con Cedar, no pasen | Main con Cedar",
                "incendio en Main esquina con Union | Main esquina con Union",
                "tiros en la avenida Union y calle Main | Union y calle Main"
            })
    void findsCorners(String text, String corner) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        List<String> corners =
                SharedModels.ANALYZER.analyze(request).places().stream()
                        .filter(p -> p.precision() == PlacePrecision.INTERSECTION)
                        .map(PlaceMention::text)
                        .toList();

        // Then
        assertThat(corners).isEqualTo(corner.equals("none") ? List.of() : List.of(corner));
    }

    @Test
    void putsTheCornerWhereTheStreetsMeet() {
        // Given
        AnalysisRequest request = AnalysisRequest.of("shooting at Harlow and Cedar");

        // When
        PlaceMention place = only(request);

        // Then
        assertThat(EarthDistance.meters(place.point(), new GeoPoint(45.2036, -129.995)))
                .isLessThan(1);
        assertThat(place.radiusMeters()).isLessThanOrEqualTo(100);
        assertThat(place.basis()).isEqualTo(PlaceBasis.STATED);
        assertThat(place.placeId()).isEqualTo("norvale/crossing:harlow-street+cedar-lane");
        assertThat(place.confidence()).isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "someone shooting at Fernhill Mall | LANDMARK | norvale/landmark:fernhill-mall",
                "omg fernhill center is on lockdown | LANDMARK | norvale/landmark:fernhill-mall",
                "stay away #FernhillMall | LANDMARK | norvale/landmark:fernhill-mall",
                "ambulances at St. Orla's | LANDMARK |" + " norvale/landmark:saint-orla-hospital",
                "smoke over Upper Ridge | NEIGHBOURHOOD | norvale/district:upper-ridge",
                "power is out in Millbank | NEIGHBOURHOOD | norvale/district:millbank",
                "Quarry Rd is closed | STREET | norvale/street:quarry-road",
                "something is up on Harlow | STREET | norvale/street:harlow-street",
                "so many sirens in Norvale tonight | CITY | norvale/jurisdiction:norvale"
            })
    void resolvesLocalNames(String text, PlacePrecision precision, String placeId) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        PlaceMention place = only(request);

        // Then
        assertThat(place.precision()).isEqualTo(precision);
        assertThat(place.placeId()).isEqualTo(placeId);
        assertThat(place.confidence()).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void aBareStreetReachesAsFarAsItIsLong() {
        // Given
        AnalysisRequest request = AnalysisRequest.of("big fight on Main Street");

        // When
        PlaceMention place = only(request);

        // Then
        assertThat(place.radiusMeters()).isBetween(550.0, 650.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "that is the main thing",
                "cedar wood smells great",
                "high hopes for tonight",
                "union meeting on monday",
                "she was born and raised on the ridge"
            })
    void leavesOrdinaryWordsAlone(String text) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();

        // Then
        assertThat(places).isEmpty();
    }

    @Test
    void aFarCityInTheTextSaysThatTheCornerIsElsewhere() {
        // Given
        AnalysisRequest request = AnalysisRequest.of("shooting at Harlow and Cedar in Dallas");

        // When
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();

        // Then
        assertThat(places).extracting(PlaceMention::text).containsExactly("Dallas");
    }

    @Test
    void amongNamesakesTheOneNearTheIncidentIsMeant() {
        // Given
        Neighbourhood incident = new Neighbourhood(new GeoPoint(45.2056, -129.9898), 300);
        AnalysisRequest request =
                new AnalysisRequest("they robbed the QuikNook", List.of(), null, List.of(incident));

        // When
        PlaceMention place = only(request);

        // Then
        assertThat(EarthDistance.meters(place.point(), incident.center())).isLessThan(100);
    }

    @Test
    void amongNamesakesTheOneAtTheNamedCornerIsMeant() {
        // Given
        AnalysisRequest request =
                AnalysisRequest.of("two guys robbing the QuikNook at Main and Union");

        // When
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();

        // Then
        assertThat(places)
                .filteredOn(p -> p.precision() == PlacePrecision.LANDMARK)
                .singleElement()
                .satisfies(
                        p ->
                                assertThat(
                                                EarthDistance.meters(
                                                        p.point(), new GeoPoint(45.2, -130.0)))
                                        .isLessThan(100));
    }

    private static PlaceMention only(AnalysisRequest request) {
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();
        assertThat(places).hasSize(1);
        return places.get(0);
    }
}
