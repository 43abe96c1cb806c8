// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostPlace;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.ThreatFinding;

import java.time.Instant;
import java.util.List;

final class CandidatePlacesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final GeoPoint HERE = new GeoPoint(44, -70);

    private static Post post(String text) {
        return new Post(
                "p1",
                "test",
                "net",
                "a1",
                text,
                List.of(),
                List.of("en"),
                NOON,
                NOON,
                null,
                new PostPlace(HERE, 20, PlaceEvidence.GPS, null),
                false);
    }

    private static Analysis naming(String text, String name, GeoPoint point) {
        PlaceMention place =
                new PlaceMention(
                        name,
                        text.indexOf(name),
                        text.indexOf(name) + name.length(),
                        point,
                        5_000,
                        PlaceEvidence.TEXT,
                        PlaceBasis.STATED,
                        PlacePrecision.CITY,
                        "geonames:1",
                        0.8);
        return new Analysis(
                "en",
                List.of(),
                List.of(place),
                new IncidentRelevance(false, 0),
                ThreatFinding.none());
    }

    private static List<PlaceMention> places(String text, String name, GeoPoint point) {
        return CandidatePlaces.of(post(text), naming(text, name, point), null);
    }

    @Test
    void leavesOutThePositionOfWhoSpeaksOfAnotherTown() {
        // Given
        String text = "mill fire in Brightwater is out";

        // When
        List<PlaceMention> places = places(text, "Brightwater", new GeoPoint(36, -119));

        // Then
        assertThat(places).extracting(PlaceMention::text).containsExactly("Brightwater");
    }

    @Test
    void keepsThePositionBesideAPlaceHere() {
        // Given
        String text = "smoke all over Nextdoor";

        // When
        List<PlaceMention> places = places(text, "Nextdoor", new GeoPoint(44.05, -70));

        // Then
        assertThat(places)
                .extracting(PlaceMention::evidence)
                .containsExactly(PlaceEvidence.GPS, PlaceEvidence.TEXT);
    }
}
