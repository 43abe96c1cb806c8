// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

final class StreetRowTest {

    /** A ten-thousandth of a degree of latitude is 11 m. */
    private static final GeoPoint TRUE = new GeoPoint(44.8, -68.77);

    private static GeoPoint north(int tenThousandths) {
        return new GeoPoint(44.8 + tenThousandths / 10_000.0, -68.77);
    }

    @Test
    void countsPlacesWithin150Metres() {
        // Given answers at 0 m (for a street of two points), 155 m, and a trap
        List<List<GeoPoint>> truth = List.of(List.of(north(90), TRUE), List.of(north(50)));
        double[] row = new double[Matches.WIDTH];

        // When
        StreetRow.count(truth, List.of(TRUE, north(64)), row);
        StreetRow.count(List.of(), List.of(TRUE), row);

        // Then one right, two wrong, one missed
        assertThat(row).containsExactly(1, 2, 1);
    }

    @Test
    void twoAnswersForOnePlaceAreOneTooMany() {
        // Given
        double[] row = new double[Matches.WIDTH];

        // When
        StreetRow.count(List.of(List.of(TRUE)), List.of(north(1), north(2)), row);

        // Then
        assertThat(row).containsExactly(1, 1, 0);
    }
}
