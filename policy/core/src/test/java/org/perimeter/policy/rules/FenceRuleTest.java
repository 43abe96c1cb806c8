// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.fence.FenceProblem;
import org.perimeter.policy.fence.Shapes;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.util.ArrayList;
import java.util.List;

/** How large a fence may be. */
final class FenceRuleTest {

    private final FenceRule rule = new FenceRule(2, 13);

    @Test
    @Control("COL-02")
    void acceptsACircleOfTheLargestRadius() {
        // Given
        Fence fence = Fence.circle(new GeoPoint(37.8, -122.27), 2000);

        // When
        List<FenceProblem> problems = rule.judge(fence);

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    @Control("COL-02")
    void refusesACircleThatIsTooLargeInWords() {
        // Given
        Fence fence = Fence.circle(new GeoPoint(37.8, -122.27), 2001);

        // When
        List<FenceProblem> problems = new FenceRule(2, 100).judge(fence);

        // Then
        assertThat(problems)
                .extracting(FenceProblem::message)
                .containsExactly(
                        "The fence's radius is 2.00 km; the rulebook allows at most 2.00 km.");
    }

    @Test
    @Control("COL-02")
    void sumsTheAreaOfManySmallRings() {
        // Given
        List<Ring> rings = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rings.addAll(Shapes.square(10 + i % 40, 20 + i / 40.0, 0.04).rings());
        }

        // When
        List<FenceProblem> problems = rule.judge(Fence.polygon(rings));

        // Then
        String area =
                problems.stream()
                        .map(FenceProblem::message)
                        .filter(message -> message.contains("area"))
                        .findFirst()
                        .orElseThrow();
        double km2 = Double.parseDouble(area.replaceAll(".*area is ([0-9.]+) km.*", "$1"));
        assertThat(km2).isBetween(15_000.0, 20_000.0);
    }

    @Test
    @Control("COL-02")
    void aLargeHoleDoesNotMakeAWideFenceLawful() {
        // Given
        Ring outer = Shapes.square(10, 20, 0.2).rings().get(0);
        Ring hole = Shapes.square(10.001, 20.001, 0.198).rings().get(0);

        // When
        List<FenceProblem> problems = rule.judge(Fence.polygon(List.of(outer, hole)));

        // Then
        assertThat(problems.toString()).contains("radius is");
    }

    @Test
    @Control("COL-02")
    void refusesAShapeThatIsNoneWhateverItsSize() {
        // Given
        Fence bowTie =
                Fence.polygon(List.of(Shapes.ring(10, 20, 10.01, 20.01, 10.01, 20, 10, 20.01)));

        // When
        List<FenceProblem> problems = rule.judge(bowTie);

        // Then
        assertThat(problems)
                .extracting(FenceProblem::message)
                .singleElement()
                .asString()
                .contains("crosses itself");
    }

    @Test
    @Control("COL-02")
    void namesARingThatIsNoneAndMeasuresNothing() {
        // Given
        Ring outer = Shapes.square(10, 20, 0.01).rings().get(0);
        Ring twoCorners = new Ring(outer.points().subList(0, 2));

        // When
        List<FenceProblem> problems =
                rule.judge(Fence.polygon(List.of(outer, new Ring(List.of()), twoCorners)));

        // Then
        assertThat(problems).extracting(FenceProblem::path).containsExactly("rings[1]", "rings[2]");
    }

    @Test
    @Control("COL-02")
    void goesByTheRulebooksNumbers() {
        // Given
        Fence fence = Fence.circle(new GeoPoint(37.8, -122.27), 1500);

        // When
        FenceRule shipped = FenceRule.of(RulebookFixture.rulebook());
        FenceRule tighter = FenceRule.of(RulebookFixture.withValue("COL-02", "1.0"));

        // Then
        assertThat(shipped.judge(fence)).isEmpty();
        assertThat(tighter.judge(fence)).hasSize(1);
        assertThat(tighter.allows(FenceGeometry.of(fence))).isFalse();
    }
}
