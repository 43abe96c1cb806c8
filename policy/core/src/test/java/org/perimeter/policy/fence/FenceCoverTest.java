// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.List;
import java.util.Random;

/** Which fences lie inside which. */
final class FenceCoverTest {

    @Property(tries = 400, seed = "20261201")
    void aFenceThatIsSaidToLieInsideHasNoPointOutside(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        Fence inner = fence(random, 0.5 + random.nextDouble());
        Fence outer = fence(random, 2);

        // When
        boolean within = FenceCover.isWithin(inner, outer);

        // Then
        if (within) {
            FenceGeometry in = FenceGeometry.of(inner);
            FenceGeometry out = FenceGeometry.of(outer);
            for (int i = 0; i < 200; i++) {
                GeoPoint point = around(random, 0.03);
                assertThat(!in.contains(point) || out.contains(point)).isTrue();
            }
        }
    }

    @Test
    @Control("COL-02")
    void tellsShrinkingFromGrowing() {
        // Given
        Fence circle = Fence.circle(new GeoPoint(40, 10), 1000);
        Fence square = Fence.polygon(List.of(square(0.005)));
        Fence holed = Fence.polygon(List.of(square(0.005), square(0.001)));

        // When, Then
        assertThat(FenceCover.isWithin(circle, circle)).isTrue();
        assertThat(FenceCover.isWithin(Fence.circle(new GeoPoint(40, 10), 900), circle)).isTrue();
        assertThat(FenceCover.isWithin(Fence.circle(new GeoPoint(40.001, 10), 900), circle))
                .isFalse();
        assertThat(FenceCover.isWithin(square, circle)).isTrue();
        assertThat(FenceCover.isWithin(circle, square)).isFalse();
        assertThat(FenceCover.isWithin(Fence.circle(new GeoPoint(40, 10), 400), square)).isTrue();
        assertThat(FenceCover.isWithin(holed, square)).isTrue();
        assertThat(FenceCover.isWithin(square, holed)).isFalse();
    }

    private static Fence fence(Random random, double size) {
        return random.nextBoolean()
                ? Fence.circle(around(random, 0.003), 500 * size)
                : Fence.polygon(List.of(Shapes.star(random, 40, 10, 0.005 * size, 12)));
    }

    private static GeoPoint around(Random random, double degrees) {
        return new GeoPoint(
                40 + degrees * (random.nextDouble() - 0.5),
                10 + degrees * (random.nextDouble() - 0.5));
    }

    private static Ring square(double half) {
        return new Ring(
                List.of(
                        new GeoPoint(40 - half, 10 - half),
                        new GeoPoint(40 - half, 10 + half),
                        new GeoPoint(40 + half, 10 + half),
                        new GeoPoint(40 + half, 10 - half)));
    }
}
