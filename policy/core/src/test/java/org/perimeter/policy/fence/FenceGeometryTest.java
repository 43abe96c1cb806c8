// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.List;

/** Known points, distances and areas. */
final class FenceGeometryTest {

    private static final GeoPoint HALL = new GeoPoint(37.8053, -122.2726);

    private final FenceGeometry square = FenceGeometry.of(Shapes.square(10, 20, 0.01));

    @Test
    void aCircleHoldsWhatIsWithinItsRadius() {
        // Given
        FenceGeometry circle = FenceGeometry.of(Fence.circle(HALL, 1000));

        // When
        GeoPoint inside = new GeoPoint(37.8053 + 999 / EarthDistance.METERS_PER_DEGREE, -122.2726);
        GeoPoint outside =
                new GeoPoint(37.8053 + 1001 / EarthDistance.METERS_PER_DEGREE, -122.2726);

        // Then
        assertThat(circle.contains(HALL)).isTrue();
        assertThat(circle.contains(inside)).isTrue();
        assertThat(circle.contains(outside)).isFalse();
        assertThat(circle.distanceMeters(outside)).isCloseTo(1, within(0.01));
        assertThat(circle.distanceMeters(inside)).isZero();
        assertThat(circle.areaSquareMeters()).isCloseTo(Math.PI * 1e6, within(10.0));
    }

    @Test
    void edgesAndCornersBelongToThePolygon() {
        // Given
        GeoPoint corner = new GeoPoint(10, 20);
        GeoPoint edge = new GeoPoint(10.01, 20.005);
        GeoPoint justOutside = new GeoPoint(10.0100001, 20.005);

        // When
        boolean cornerInside = square.contains(corner);

        // Then
        assertThat(cornerInside).isTrue();
        assertThat(square.contains(edge)).isTrue();
        assertThat(square.contains(justOutside)).isFalse();
    }

    @Test
    void aHoleIsOutsideButItsEdgeIsNot() {
        // Given
        Ring hole = Shapes.ring(10.004, 20.004, 10.004, 20.006, 10.006, 20.006, 10.006, 20.004);
        Ring outer = Shapes.square(10, 20, 0.01).rings().get(0);
        FenceGeometry fence = FenceGeometry.of(Fence.polygon(List.of(outer, hole)));

        // When
        boolean middle = fence.contains(new GeoPoint(10.005, 20.005));

        // Then
        assertThat(middle).isFalse();
        assertThat(fence.contains(new GeoPoint(10.004, 20.005))).isTrue();
        assertThat(fence.contains(new GeoPoint(10.002, 20.002))).isTrue();
        assertThat(fence.distanceMeters(new GeoPoint(10.005, 20.005)))
                .isCloseTo(109.5, within(1.0));
        assertThat(fence.areaSquareMeters())
                .isCloseTo(square.areaSquareMeters() * 0.96, within(1.0));
    }

    @Test
    void theAreaOfASquareOfOneHundredthDegreeIsKnown() {
        // Given the square, 1,111.95 m high and 1,095 m wide

        // When
        double area = square.areaSquareMeters();

        // Then
        assertThat(area)
                .isCloseTo(1111.95 * 1111.95 * Math.cos(Math.toRadians(10.005)), within(5.0));
        assertThat(square.center().lat()).isCloseTo(10.005, within(1e-9));
        assertThat(square.center().lon()).isCloseTo(20.005, within(1e-9));
        assertThat(square.radiusMeters()).isCloseTo(780.3, within(1.0));
    }

    @Test
    void theDistanceToAPolygonIsThatToItsNearestEdge() {
        // Given
        GeoPoint north = new GeoPoint(10.02, 20.005);

        // When
        double distance = square.distanceMeters(north);

        // Then
        assertThat(distance).isCloseTo(1111.95, within(0.5));
    }

    @Test
    void aCircleOverAPoleHoldsThePole() {
        // Given
        FenceGeometry circle = FenceGeometry.of(Fence.circle(new GeoPoint(89.99, 0), 5000));

        // When
        boolean pole = circle.contains(new GeoPoint(90, 137));

        // Then
        assertThat(pole).isTrue();
        assertThat(circle.contains(new GeoPoint(89.99, 180))).isTrue();
        assertThat(circle.contains(new GeoPoint(89.9, 0))).isFalse();
    }
}
