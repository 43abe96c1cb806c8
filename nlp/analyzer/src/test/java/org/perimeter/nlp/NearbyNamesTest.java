// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.PostPlace;

import java.util.List;

/** What people call places where everybody knows them: read so around a live incident only. */
class NearbyNamesTest {

    private static final Neighbourhood INCIDENT =
            new Neighbourhood(new GeoPoint(45.2025, -129.995), 600);

    private static final Neighbourhood FAR_INCIDENT =
            new Neighbourhood(new GeoPoint(45.29, -129.995), 600);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "everybody out of the library right now | norvale-public-library",
                "hay mucho humo por la biblioteca | norvale-public-library",
                "Library on Cedar is closed until further notice | norvale-public-library",
                "they locked the doors at sallow | sallow-creek-clinic",
                "the sallow clinic turned us away | sallow-creek-clinic",
                "mi tía está afuera de la clínica Sallow | sallow-creek-clinic",
                "Something spilled in aisle 9 at Oat & Anvil | oat-and-anvil-hardware",
                "is oat n anvil still closed | oat-and-anvil-hardware",
                "someone fainted in the hardware store | oat-and-anvil-hardware",
                "so many people standing outside fernhill | fernhill-mall",
                "we are all fine, just shaken. fernhill | fernhill-mall",
                "teachers hustling kids out at Millbank, nobody says why | millbank-elementary-school",
                "the millbank choir sings on thursday | millbank-elementary-school",
                "crossing guard by millbank is a saint | millbank-elementary-school",
                "junta de padres en millbank a las seis | millbank-elementary-school"
            })
    void readsShortNamesAroundAnIncident(String text, String landmark) {
        assertThat(places(text, INCIDENT))
                .extracting(PlaceMention::placeId)
                .containsExactly("norvale/landmark:" + landmark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "everybody out of the library right now",
                "they locked the doors at sallow",
                "someone fainted in the hardware store",
                "we are all fine, just shaken. fernhill"
            })
    void elsewhereAndWithoutAnIncidentTheyMeanNothing(String text) {
        assertThat(places(text)).isEmpty();
        assertThat(places(text, FAR_INCIDENT)).isEmpty();
    }

    @Test
    void aQuarterStaysAQuarterUnlessThePostSpeaksOfTheSchool() {
        assertThat(places("power is out in Millbank", INCIDENT))
                .extracting(PlaceMention::placeId)
                .containsExactly("norvale/district:millbank");
    }

    @Test
    void aNameThatTwoPlacesShareMeansNeither() {
        assertThat(places("something is going on at brindlewick", INCIDENT)).isEmpty();
    }

    @Test
    void whereThePlatformPutsThePostDecidesBetweenNamesakes() {
        // Given
        PostPlace tag =
                new PostPlace(new GeoPoint(45.2052, -129.9893), 100, PlaceEvidence.PLACE_TAG, null);

        // When
        List<PlaceMention> stated =
                stated(
                        new AnalysisRequest(
                                "something is going on at brindlewick",
                                List.of(),
                                tag,
                                List.of(INCIDENT)));

        // Then
        assertThat(stated)
                .extracting(PlaceMention::placeId)
                .containsExactly("norvale/landmark:brindlewick-bakery");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shots fired on harlow just now | harlow-street",
                "hay mucha patrulla en la Harlow | harlow-street",
                "heard it too, people running down cedar lane | cedar-lane",
                "black smoke drifting over harlow | harlow-street",
                "two engines came up harlow | harlow-street",
                "everybody is at the corner of harlow | harlow-street"
            })
    void readsStreetsWrittenLikeWords(String text, String street) {
        assertThat(places(text, INCIDENT))
                .extracting(PlaceMention::placeId)
                .containsExactly("norvale/street:" + street);
    }

    @Test
    void ofTwoNamesakesTheOneAtWhichTheIncidentIs() {
        // Given
        Neighbourhood atTheBakery = new Neighbourhood(new GeoPoint(45.2052, -129.9893), 600);

        // When, Then
        assertThat(places("something is going on at brindlewick", atTheBakery))
                .extracting(PlaceMention::placeId)
                .containsExactly("norvale/landmark:brindlewick-bakery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shots at Harlow and Cedar over in Glenmoor county",
                "fire at the library in Glenmoor county, roof is gone",
                "everybody out of the library in Dayton"
            })
    void aTownOrCountyElsewhereSpeaksAgainstTheFence(String text) {
        assertThat(places(text, INCIDENT))
                .noneMatch(place -> place.placeId().startsWith("norvale/"));
    }

    @Test
    void aTownThatIsOnlyMentionedDoesNot() {
        assertThat(places("Norwich and Hilton crews are at Harlow St and Cedar Ln", INCIDENT))
                .anyMatch(place -> place.placeId().startsWith("norvale/crossing:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jackson's mom called me crying", "kessler's dog got out again"})
    void aPersonsPossessiveIsNoTown(String text) {
        assertThat(places(text, INCIDENT)).isEmpty();
    }

    private static List<PlaceMention> places(String text, Neighbourhood... incidents) {
        return stated(new AnalysisRequest(text, List.of(), null, List.of(incidents)));
    }

    private static List<PlaceMention> stated(AnalysisRequest request) {
        return SharedModels.ANALYZER.analyze(request).places().stream()
                .filter(place -> place.evidence() == PlaceEvidence.TEXT)
                .toList();
    }
}
