// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EvidenceSpan;

import java.util.List;

/** What people at the scene of a live incident speak of counts there, and nowhere else. */
final class SceneLanguageTest {

    private static final GeoPoint CORNER = cornerOf("Harlow and Cedar");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we been hiding in the back room at Harlow and Cedar for ten minutes",
                "my cousin works at Harlow and Cedar and isnt answering",
                "Harlow and Cedar is taped off, they walked everybody out",
                "they had one dude in cuffs at Harlow and Cedar",
                "all clear at Harlow and Cedar, go home"
            })
    void isRelevantBesideALiveIncident(String text) {
        // Given
        AnalysisRequest request = request(text, CORNER);

        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(request);

        // Then
        assertThat(analysis.relevance().relevant()).isTrue();
        assertThat(analysis.threat().spans().stream().map(EvidenceSpan::rule))
                .anyMatch(rule -> rule.matches("(scene|context|report)\\..+"));
    }

    @Test
    void saysNothingWhereNoIncidentIsLive() {
        // Given
        String text = "my cousin works at Harlow and Cedar and isnt answering";
        AnalysisRequest elsewhere = request(text, new GeoPoint(45.9, -129.1));

        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(elsewhere);

        // Then
        assertThat(analysis.relevance().relevant()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "best dumplings in town at Harlow and Cedar",
                "meet me at Harlow and Cedar after class, bring the notes",
                "took shots of the sunset at Harlow and Cedar lol"
            })
    void dailyLifeBesideALiveIncidentIsNobodysBusiness(String text) {
        // Given
        AnalysisRequest request = request(text, CORNER);

        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(request);

        // Then
        assertThat(analysis.relevance().relevant()).isFalse();
    }

    private static AnalysisRequest request(String text, GeoPoint incident) {
        return new AnalysisRequest(
                text, List.of(), null, List.of(new Neighbourhood(incident, 700)));
    }

    private static GeoPoint cornerOf(String corner) {
        PlaceMention place =
                SharedModels.ANALYZER
                        .analyze(AnalysisRequest.of("shooting at " + corner))
                        .places()
                        .get(0);
        return place.point();
    }
}
