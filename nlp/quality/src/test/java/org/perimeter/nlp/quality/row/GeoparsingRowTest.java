// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.quality.corpus.PlacedPost;
import org.perimeter.nlp.quality.corpus.Span;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

final class GeoparsingRowTest {

    private static final GeoPoint BOOM = new GeoPoint(10, 10);

    /** Two degrees north: 222 km. */
    private static final GeoPoint FAR = new GeoPoint(12, 10);

    private static PlacedPost.Place gold(int start, GeoPoint point) {
        return new PlacedPost.Place(new Span(start, start + 4), "", point);
    }

    private static Answer.Resolved found(int start, int end, GeoPoint point) {
        return new Answer.Resolved(new Span(start, end), point);
    }

    @Test
    void onlyMatchedPlacesNearTheTruthCountAndAllGoldIsTheDenominator() {
        // Given four true places: one near, one far, one missed, one whose words differ
        String text = "Boom Bang Crash Boom xx Boom";
        PlacedPost post =
                new PlacedPost(
                        text,
                        "",
                        List.of(gold(0, BOOM), gold(5, BOOM), gold(16, BOOM), gold(24, BOOM)));
        Answer answer =
                new Answer(
                        List.of(),
                        List.of(found(0, 4, BOOM), found(5, 9, FAR), found(21, 28, BOOM)));
        double[] row = new double[GeoparsingRow.WIDTH];

        // When
        GeoparsingRow.count(post, answer, row);

        // Then two right, one wrong, two missed; one of four near, two matched
        assertThat(row).containsExactly(2, 1, 2, 1, 4, 2);
    }

    @Test
    void theSameWordElsewhereInTheTextIsNoMatch() {
        // Given the word twice, 16 characters apart
        PlacedPost post = new PlacedPost("Boom Bang Crash Boom", "", List.of(gold(0, BOOM)));
        Answer answer = new Answer(List.of(), List.of(found(16, 20, BOOM)));
        double[] row = new double[GeoparsingRow.WIDTH];

        // When
        GeoparsingRow.count(post, answer, row);

        // Then
        assertThat(row).containsExactly(0, 1, 1, 0, 1, 0);
    }
}
