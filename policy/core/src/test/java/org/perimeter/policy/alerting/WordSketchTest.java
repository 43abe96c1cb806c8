// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.VoiceSketch;

import java.util.List;

final class WordSketchTest {

    private static final String TEXT =
            "heard 3 shots by the food court and people are running out the back";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Heard 3 shots by the food court, and people are running out the back!!!",
                "OMG breaking: heard 3 shots by the food court and people are running out the back",
                "heard 12 shots by the food court and people are running out the back [handle]",
                "heard several shots by the food court and people are running out the back",
                "heard 3 shots by the food court and people are running right out the back"
            })
    void knowsACopyWithOtherNumbersHandlesAndOpeners(String copy) {
        // When, Then
        assertThat(WordSketch.isNear(Voices.sketch(TEXT), Voices.sketch(copy))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we are hiding in the shoe store, somebody has a gun",
                "people running past me screaming about shots near the court",
                "traffic backed up on the parkway, police everywhere",
                "''"
            })
    void doesNotTakeAnotherWitnessForACopy(String other) {
        // When, Then
        assertThat(WordSketch.isNear(Voices.sketch(TEXT), Voices.sketch(other))).isFalse();
    }

    @Test
    void masksPlacesAndWeekdays() {
        // Given
        VoiceSketch one = with("bomb goes off at Harbor Mall on monday be warned", "Harbor Mall");
        VoiceSketch other = with("bomb goes off at Kiln School on friday be warned", "Kiln School");

        // When, Then
        assertThat(WordSketch.isNear(one, other)).isTrue();
    }

    @Test
    void takesPostsThatPointToOnePageForOneVoice() {
        // Given
        VoiceSketch one = WordSketch.of("look at this", List.of(), List.of(), List.of("00ff"));
        VoiceSketch other =
                WordSketch.of("shooting at the mall", List.of(), List.of(), List.of("aa", "00ff"));

        // When, Then
        assertThat(WordSketch.isNear(one, other)).isTrue();
    }

    @Test
    void readsDescriptionsOfMediaToo() {
        // Given
        VoiceSketch text = Voices.sketch(TEXT);

        // When
        VoiceSketch described = WordSketch.of("", List.of(TEXT), List.of(), List.of());

        // Then
        assertThat(described).isEqualTo(text);
    }

    private static VoiceSketch with(String text, String place) {
        int start = text.indexOf(place);
        PlaceMention mention =
                new PlaceMention(
                        place,
                        start,
                        start + place.length(),
                        new GeoPoint(0, 0),
                        100,
                        PlaceEvidence.TEXT,
                        PlaceBasis.STATED,
                        PlacePrecision.LANDMARK,
                        "landmarks:1",
                        0.9);
        return WordSketch.of(text, List.of(), List.of(mention), List.of());
    }
}
