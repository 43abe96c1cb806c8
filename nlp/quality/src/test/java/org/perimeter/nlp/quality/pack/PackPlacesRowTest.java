// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.List;

final class PackPlacesRowTest {

    private static final GeoPoint INCIDENT = new GeoPoint(45.2, -130);

    /** A ten-thousandth of a degree of latitude is 11 m. */
    private static GeoPoint north(int tenThousandths) {
        return new GeoPoint(45.2 + tenThousandths / 10_000.0, -130);
    }

    private static PackPost post(@Nullable GeoPoint truth, boolean attached) {
        PackPlace place = truth == null ? null : PackPlace.ofLines(List.of(List.of(truth)));
        return new PackPost("any", List.of(), null, place, attached, INCIDENT, 500);
    }

    private static PlaceMention said(GeoPoint point, double radius, PlacePrecision precision) {
        return mention(point, radius, precision, PlaceEvidence.TEXT);
    }

    private static PlaceMention mention(
            GeoPoint point, double radius, PlacePrecision precision, PlaceEvidence evidence) {
        return new PlaceMention(
                "x", 0, 1, point, radius, evidence, PlaceBasis.STATED, precision, "t:x", 1);
    }

    private static double[] count(PackPost post, @Nullable GeoPoint answer) {
        double[] row = new double[2 * Matches.WIDTH];
        PackPlacesRow.count(post, answer, row);
        return row;
    }

    @Test
    void thePlaceInsideTheFenceIsTheAnswerThenTheMostExact() {
        // Given
        PackPost post = post(INCIDENT, false);
        PlaceMention corner = said(north(90), 75, PlacePrecision.INTERSECTION);
        PlaceMention street = said(north(9), 800, PlacePrecision.STREET);
        PlaceMention shop = said(north(20), 150, PlacePrecision.LANDMARK);

        // When, then
        assertThat(PackPlacesRow.answer(post, List.of(corner, street))).isEqualTo(north(9));
        assertThat(PackPlacesRow.answer(post, List.of(street, shop))).isEqualTo(north(20));
    }

    @Test
    void townsAndWhatThePlatformAttachedAreNoAnswers() {
        // Given
        PlaceMention town = said(INCIDENT, 8_000, PlacePrecision.CITY);
        PlaceMention fix = mention(INCIDENT, 30, PlacePrecision.POINT, PlaceEvidence.GPS);

        // When
        GeoPoint answer = PackPlacesRow.answer(post(INCIDENT, false), List.of(town, fix));

        // Then
        assertThat(answer).isNull();
    }

    @Test
    void anAnswerIsRightWithin250Metres() {
        // Right at 222 m and inside; wrong and missed at 277 m; wrong where there is no place
        assertThat(count(post(north(0), false), north(20))).containsExactly(1, 0, 0, 1, 0, 0);
        assertThat(count(post(north(0), false), north(25))).containsExactly(0, 1, 1, 1, 0, 0);
        assertThat(count(post(null, false), north(10))).containsExactly(0, 1, 0, 0, 1, 0);
    }

    @Test
    void aPostThatSaysNothingIsMissedUnlessThePlatformSaysIt() {
        assertThat(count(post(north(0), false), null)).containsExactly(0, 0, 1, 0, 0, 1);
        assertThat(count(post(north(0), true), null)).containsOnly(0);
    }

    @Test
    void distancesAreToTheNearestPointOfAPlace() {
        // Given a street of 2 km and a square
        PackPlace street =
                PackPlace.ofLines(List.of(List.of(north(0), new GeoPoint(45.2, -129.975))));
        PackPlace square =
                PackPlace.ofRings(
                        List.of(
                                List.of(
                                        north(0),
                                        north(90),
                                        new GeoPoint(45.209, -129.99),
                                        new GeoPoint(45.2, -129.99))));

        // When, then
        assertThat(street.distanceMeters(new GeoPoint(45.201, -129.987)))
                .isCloseTo(111, within(1.0));
        assertThat(square.distanceMeters(new GeoPoint(45.204, -129.995))).isZero();
        assertThat(square.distanceMeters(north(-10))).isCloseTo(111, within(1.0));
        assertThat(street.or(square).distanceMeters(new GeoPoint(45.204, -129.995))).isZero();
    }
}
