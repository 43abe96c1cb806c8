// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.List;

final class ElsewhereRuleTest {

    private static final GeoPoint HERE = new GeoPoint(44, -70);
    private static final GeoPoint FAR = new GeoPoint(36.7, -119.8);
    private static final PlaceMention POSITION =
            place(HERE, 0, 0, PlaceEvidence.GPS, PlaceBasis.STATED, 1);

    private static PlaceMention place(
            GeoPoint point,
            int start,
            int end,
            PlaceEvidence evidence,
            PlaceBasis basis,
            double confidence) {
        return new PlaceMention(
                "",
                start,
                end,
                point,
                100,
                evidence,
                basis,
                PlacePrecision.CITY,
                "test:place",
                confidence);
    }

    private static PlaceMention named(GeoPoint point, String word, String text, double confidence) {
        int start = text.codePointCount(0, text.indexOf(word));
        return place(
                point,
                start,
                start + word.length(),
                PlaceEvidence.TEXT,
                PlaceBasis.STATED,
                confidence);
    }

    @Test
    void doesNotCountThePositionOfWhoSpeaksOfAnotherTown() {
        // Given
        String text = "🔥 mill fire in Brightwater is out, says the radio";

        // When, Then
        assertThat(
                        ElsewhereRule.counts(
                                POSITION,
                                List.of(POSITION, named(FAR, "Brightwater", text, 0.8)),
                                text))
                .isFalse();
    }

    @Test
    void countsItWhereAPlaceHereIsNamedToo() {
        // Given
        String text = "smoke at the mill, you can see it as far as Brightwater";
        List<PlaceMention> named =
                List.of(named(FAR, "Brightwater", text, 0.8), named(HERE, "mill", text, 0.8));

        // When, Then
        assertThat(ElsewhereRule.counts(POSITION, named, text)).isTrue();
    }

    @Test
    void countsItWhereSomebodyOnlyComesFromElsewhere() {
        // Given
        String text = "😱🔥 we are visiting from Brightwater and the hotel is being emptied";

        // When, Then
        assertThat(
                        ElsewhereRule.counts(
                                POSITION, List.of(named(FAR, "Brightwater", text, 0.8)), text))
                .isTrue();
    }

    @Test
    void tellsInSpanishWhereSomebodyComesFromFromWhereSomethingBelongs() {
        // Given
        String origin = "soy de Brightwater y nos están sacando del hotel";
        String there = "se quema la refinería de Brightwater";

        // When, Then
        assertThat(counts(origin)).isTrue();
        assertThat(counts(there)).isFalse();
    }

    private static boolean counts(String text) {
        return ElsewhereRule.counts(POSITION, List.of(named(FAR, "Brightwater", text, 0.8)), text);
    }

    @Test
    void doesNotBelieveADoubtfulName() {
        // Given
        String text = "Orange smoke over the roofs";

        // When, Then
        assertThat(ElsewhereRule.counts(POSITION, List.of(named(FAR, "Orange", text, 0.3)), text))
                .isTrue();
    }

    @Test
    void countsItWhereTheTextNamesNoPlace() {
        assertThat(ElsewhereRule.counts(POSITION, List.of(POSITION), "what was that")).isTrue();
    }

    @Test
    void doesNotTakeATownNextDoorForAnother() {
        // Given
        String text = "sirens all the way to Nextdoor";
        GeoPoint near = new GeoPoint(44.2, -70);

        // When, Then
        assertThat(ElsewhereRule.counts(POSITION, List.of(named(near, "Nextdoor", text, 1)), text))
                .isTrue();
    }
}
