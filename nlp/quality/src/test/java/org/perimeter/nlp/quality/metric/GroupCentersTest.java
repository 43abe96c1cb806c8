// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.quality.corpus.PlacedPost;
import org.perimeter.nlp.quality.corpus.Span;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

final class GroupCentersTest {

    private static PlacedPost post(String group, double lat, double lon) {
        return new PlacedPost(
                "text",
                group,
                List.of(new PlacedPost.Place(new Span(0, 4), "", new GeoPoint(lat, lon))));
    }

    @Test
    void isTheMedianOfTheOthersOfTheGroup() {
        // Given
        PlacedPost own = post("a", 80, 80);
        List<PlacedPost> posts =
                List.of(
                        own,
                        post("a", 1, 30),
                        post("a", 2, 20),
                        post("a", 3, 10),
                        post("b", 50, 50));

        // When
        GeoPoint center = GroupCenters.of(posts).without(own);

        // Then
        assertThat(center).isEqualTo(new GeoPoint(2, 20));
    }

    @Test
    void aTextAloneInItsGroupHasNone() {
        // Given
        PlacedPost alone = post("b", 50, 50);

        // When
        GeoPoint center = GroupCenters.of(List.of(alone, post("a", 1, 1))).without(alone);

        // Then
        assertThat(center).isNull();
    }
}
