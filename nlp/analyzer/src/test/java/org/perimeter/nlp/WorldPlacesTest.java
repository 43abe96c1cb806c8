// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.List;

class WorldPlacesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explosion in Oakland, CA | Oakland | CITY | 37.8 | -122.27",
                "my cousin lives in Salem, OR | Salem | CITY | 44.9 | -123.0",
                "my cousin lives in Salem, Massachusetts | Salem | CITY | 42.5 | -70.9",
                "Paris, Texas is quiet tonight | Paris | CITY | 33.66 | -95.55",
                "flooding all over Houston | Houston | CITY | 29.76 | -95.36",
                "huge fire in St. Louis | St. Louis | CITY | 38.63 | -90.2",
                "what is going on in New York | New York | CITY | 40.71 | -74.0",
                "sirens near Oakland's lake | Oakland | CITY | 37.8 | -122.27",
                "people fleeing Malibu, California | Malibu | CITY | 34.03 | -118.7",
                "two trucks collided in Lexington, Ky. today | Lexington | CITY | 38.0 | -84.48",
                "explosion heard in Kiev | Kiev | CITY | 50.45 | 30.52",
                "everybody out, Bangor, ME 04401 | Bangor | CITY | 44.8 | -68.77",
                "stuck at LAX for hours | LAX | LANDMARK | 33.94 | -118.41",
                "power is out in Alleppey | Alleppey | CITY | 9.49 | 76.33",
                "she works for the University of Cincinnati | Cincinnati | CITY | 39.1 | -84.5",
                "says Toledo Mayor Alice Example | Toledo | CITY | 41.66 | -83.56",
                "there is flooding in Carteret Co, NC since this morning | Carteret Co | COUNTY |"
                        + " 34.8 | -76.7"
            })
    void resolvesCities(
            String text, String name, PlacePrecision precision, double lat, double lon) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        PlaceMention place = SharedModels.ANALYZER.analyze(request).places().get(0);

        // Then
        assertThat(place.text()).isEqualTo(name);
        assertThat(place.precision()).isEqualTo(precision);
        assertThat(place.point().lat()).isCloseTo(lat, within(0.2));
        assertThat(place.point().lon()).isCloseTo(lon, within(0.2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "have a nice day, reading a good book on mobile",
                "Madison called me back finally",
                "Jackson scored twice",
                "orange juice and a nap",
                "my son Austin and my daughter Charlotte",
                "going to the bar after work"
            })
    void leavesWordsAndPersonsAlone(String text) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();

        // Then
        assertThat(places).isEmpty();
    }

    @Test
    void anIncidentNearbyDecidesBetweenNamesakes() {
        // Given
        Neighbourhood maine = new Neighbourhood(new GeoPoint(44.8, -68.77), 2_000);
        AnalysisRequest request =
                new AnalysisRequest("big fire in Bangor", List.of(), null, List.of(maine));

        // When
        PlaceMention place = SharedModels.ANALYZER.analyze(request).places().get(0);

        // Then
        assertThat(place.point().lon()).isCloseTo(-68.77, within(0.2));
    }

    @Test
    void aStateIsNeverFinerThanAState() {
        // Given
        AnalysisRequest request = AnalysisRequest.of("heavy rain across Texas");

        // When
        PlaceMention place = SharedModels.ANALYZER.analyze(request).places().get(0);

        // Then
        assertThat(place.precision()).isEqualTo(PlacePrecision.STATE);
        assertThat(place.radiusMeters()).isGreaterThan(200_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storms all over N.C. tonight | N.C. | STATE | 35.5 | -79.5",
                "the U.S. is watching | U.S. | COUNTRY | 39.8 | -99.4",
                "rolling blackouts across TX | TX | STATE | 31.3 | -99.3",
                "the fighting in Iran goes on | Iran | COUNTRY | 32.0 | 53.0",
                "an outbreak in West Africa | West Africa | COUNTRY | 18.3 | -4.8",
                "half of venezuela is without power | venezuela | COUNTRY | 8.0 | -66.0",
                "the Ohio Department of Health has no comment | Ohio | STATE | 40.2 | -82.7",
                "roads under water in Oxfordshire tonight | Oxfordshire | COUNTY | 51.8 | -1.3",
                "a wildfire on the island of Evia | Evia | COUNTRY | 38.6 | 23.9"
            })
    void resolvesAreas(String text, String name, PlacePrecision precision, double lat, double lon) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        PlaceMention place = SharedModels.ANALYZER.analyze(request).places().get(0);

        // Then
        assertThat(place.text()).isEqualTo(name);
        assertThat(place.precision()).isEqualTo(precision);
        assertThat(place.point().lat()).isCloseTo(lat, within(1.0));
        assertThat(place.point().lon()).isCloseTo(lon, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hurricane Florence is moving fast",
                "we counted 44106 votes",
                "come IN and sit down",
                "OK or not OK, your call",
                "#PrayForBoston",
                "#bostonmarathon"
            })
    void leavesStormsCodesAndTopicsAlone(String text) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        List<PlaceMention> places = SharedModels.ANALYZER.analyze(request).places();

        // Then
        assertThat(places).isEmpty();
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.api.Assertions.within(offset);
    }
}
