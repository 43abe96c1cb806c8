// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.List;
import java.util.Random;

/** Which shapes can be fences. */
final class FenceCheckTest {

    @Test
    void acceptsAPolygonWithAHole() {
        // Given
        Ring outer = Shapes.square(10, 20, 0.02).rings().get(0);
        Ring hole = Shapes.ring(10.004, 20.004, 10.004, 20.006, 10.006, 20.006);

        // When
        List<FenceProblem> problems = FenceCheck.check(Fence.polygon(List.of(outer, hole)));

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesALineThatCrossesItself() {
        // Given
        Fence bowTie = polygon(Shapes.ring(10, 20, 10.01, 20.01, 10.01, 20, 10, 20.01));

        // When
        List<FenceProblem> problems = FenceCheck.check(bowTie);

        // Then
        assertThat(problems.get(0).message()).contains("crosses itself").contains("near 10.005");
    }

    @Test
    void refusesAFenceAcrossTheAntimeridian() {
        // Given
        Fence polygon = polygon(Shapes.ring(-17, 179.99, -17, -179.99, -16.99, -179.99));
        Fence circle = Fence.circle(new GeoPoint(-17, 179.995), 1000);

        // When
        List<FenceProblem> ofPolygon = FenceCheck.check(polygon);
        List<FenceProblem> ofCircle = FenceCheck.check(circle);

        // Then
        assertThat(ofPolygon.toString()).contains("180th meridian");
        assertThat(ofCircle.toString()).contains("180th meridian");
    }

    @Test
    void refusesAFenceOverAPole() {
        // Given
        Fence circle = Fence.circle(new GeoPoint(89.995, 10), 1000);
        Fence polygon = polygon(Shapes.ring(89, 0, 89, 120, 90, 60));

        // When
        List<FenceProblem> ofCircle = FenceCheck.check(circle);
        List<FenceProblem> ofPolygon = FenceCheck.check(polygon);

        // Then
        assertThat(ofCircle.toString()).contains("pole");
        assertThat(ofPolygon.toString()).contains("pole");
    }

    @Test
    void refusesAHoleOutsideTheFence() {
        // Given
        Ring outer = Shapes.square(10, 20, 0.01).rings().get(0);
        Ring outside = Shapes.square(10.02, 20.02, 0.001).rings().get(0);

        // When
        List<FenceProblem> problems = FenceCheck.check(Fence.polygon(List.of(outer, outside)));

        // Then
        assertThat(problems.get(0).message()).contains("hole lies outside");
    }

    @Test
    void refusesARingOfTwoCorners() {
        // Given
        Fence line = polygon(Shapes.ring(10, 20, 10.01, 20.01, 10, 20));

        // When
        List<FenceProblem> problems = FenceCheck.check(line);

        // Then
        assertThat(problems).extracting(FenceProblem::path).contains("rings[0]");
        assertThat(problems.get(0).message()).contains("three different corners");
    }

    @Test
    void refusesTooManyCorners() {
        // Given
        Ring ring = Shapes.star(new Random(1), 10, 20, 0.01, 10_001);

        // When
        List<FenceProblem> problems = FenceCheck.check(polygon(ring));

        // Then
        assertThat(problems.get(0).message()).contains("at most 10000 corners");
    }

    private static Fence polygon(Ring ring) {
        return Fence.polygon(List.of(ring));
    }
}
