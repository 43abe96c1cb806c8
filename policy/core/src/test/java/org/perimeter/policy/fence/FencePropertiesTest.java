// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The fast test of a point against JTS as oracle, on random fences all over the earth. */
final class FencePropertiesTest {

    private static final GeometryFactory JTS = new GeometryFactory();

    @Property(tries = 300, seed = "20261124")
    void containsAgreesWithJts(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -85, max = 85) double lat,
            @ForAll @DoubleRange(min = -179, max = 179) double lon,
            @ForAll @IntRange(min = 3, max = 40) int corners) {
        // Given
        Random random = new Random(seed);
        Ring outer = Shapes.star(random, lat, lon, 0.05, corners);
        Ring hole = Shapes.star(random, lat, lon, 0.005, 5);
        List<Ring> rings = corners < 8 ? List.of(outer) : List.of(outer, hole);
        FenceGeometry fence = FenceGeometry.of(Fence.polygon(rings));
        Polygon oracle = PolygonValidity.polygon(rings);

        for (int i = 0; i < 50; i++) {
            GeoPoint point =
                    new GeoPoint(
                            lat + 0.12 * (random.nextDouble() - 0.5),
                            lon + 0.12 * (random.nextDouble() - 0.5));

            // When
            boolean contains = fence.contains(point);

            // Then
            assertThat(contains).isEqualTo(oracle.covers(jts(point)));
            assertThat(fence.distanceMeters(point) == 0).isEqualTo(contains);
        }
    }

    @Property(tries = 200, seed = "20261124")
    void cornersAreInsideAndOrientationAndStartDoNotMatter(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -85, max = 85) double lat,
            @ForAll @DoubleRange(min = -179, max = 179) double lon,
            @ForAll @IntRange(min = 3, max = 20) int corners) {
        // Given
        Ring ring = Shapes.star(new Random(seed), lat, lon, 0.05, corners);
        List<GeoPoint> turned = new ArrayList<>(ring.points());
        Collections.reverse(turned);
        Collections.rotate(turned, corners / 2);
        turned.add(turned.get(0));
        FenceGeometry fence = FenceGeometry.of(Fence.polygon(List.of(ring)));

        // When
        FenceGeometry other = FenceGeometry.of(Fence.polygon(List.of(new Ring(turned))));

        // Then
        assertThat(other.areaSquareMeters())
                .isCloseTo(fence.areaSquareMeters(), within(fence.areaSquareMeters() * 1e-6));
        assertThat(other.boundingBox()).isEqualTo(fence.boundingBox());
        for (GeoPoint corner : ring.points()) {
            assertThat(fence.contains(corner)).isTrue();
            assertThat(other.contains(corner)).isTrue();
            assertThat(EarthDistance.meters(fence.center(), corner))
                    .isLessThanOrEqualTo(fence.radiusMeters() + 1e-6);
        }
    }

    @Property(tries = 500, seed = "20261124")
    void aCirclesBoxHoldsEveryPointOfTheCircle(
            @ForAll @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @DoubleRange(min = -180, max = 180) double lon,
            @ForAll @DoubleRange(min = 1, max = 20_000) double radius,
            @ForAll @DoubleRange(min = 0, max = 360) double bearing) {
        // Given
        GeoPoint center = new GeoPoint(lat, lon);
        FenceGeometry circle = FenceGeometry.of(Fence.circle(center, radius));
        GeoPoint inside = destination(center, bearing, radius * 0.999);
        GeoPoint outside = destination(center, bearing, radius * 1.001);

        // When
        boolean contains = circle.contains(inside);

        // Then
        assertThat(contains).isTrue();
        assertThat(circle.contains(outside)).isFalse();
    }

    @Property(tries = 100, seed = "20261124")
    void theIndexFindsExactlyTheFencesThatHoldThePoint(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -89, max = 89) double lat,
            @ForAll @DoubleRange(min = -179, max = 179) double lon) {
        // Given
        Random random = new Random(seed);
        FenceIndex index = new FenceIndex();
        List<FenceGeometry> fences = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            GeoPoint near = near(random, lat, lon, 0.3);
            Fence fence =
                    i % 2 == 0
                            ? Fence.circle(near, 10 + random.nextInt(15_000))
                            : Fence.polygon(
                                    List.of(
                                            Shapes.star(
                                                    random,
                                                    Math.max(-89, Math.min(89, near.lat())),
                                                    Math.max(-179, Math.min(179, near.lon())),
                                                    0.06,
                                                    7)));
            fences.add(FenceGeometry.of(fence));
            index.add("f" + i, fences.get(i));
        }
        for (int i = 0; i < 40; i += 5) {
            index.remove("f" + i);
        }

        for (int i = 0; i < 50; i++) {
            GeoPoint point = near(random, lat, lon, 0.4);

            // When
            List<String> found = index.find(point);

            // Then
            List<String> expected = new ArrayList<>();
            for (int k = 0; k < fences.size(); k++) {
                if (k % 5 != 0 && fences.get(k).contains(point)) {
                    expected.add("f" + k);
                }
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(index.size()).isEqualTo(32);
    }

    private static GeoPoint near(Random random, double lat, double lon, double degrees) {
        double y = lat + degrees * (random.nextDouble() - 0.5);
        double x = lon + degrees * (random.nextDouble() - 0.5);
        return new GeoPoint(Math.max(-90, Math.min(90, y)), Math.max(-180, Math.min(180, x)));
    }

    private static Point jts(GeoPoint point) {
        return JTS.createPoint(new Coordinate(point.lon(), point.lat()));
    }

    /** Where one arrives after so many metres on a great circle. */
    private static GeoPoint destination(GeoPoint from, double bearing, double meters) {
        double angle = meters / EarthDistance.RADIUS;
        double lat = Math.toRadians(from.lat());
        double course = Math.toRadians(bearing);
        double sin =
                Math.sin(lat) * Math.cos(angle)
                        + Math.cos(lat) * Math.sin(angle) * Math.cos(course);
        double toLat = Math.asin(Math.max(-1, Math.min(1, sin)));
        double dLon =
                Math.atan2(
                        Math.sin(course) * Math.sin(angle) * Math.cos(lat),
                        Math.cos(angle) - Math.sin(lat) * Math.sin(toLat));
        double lon = from.lon() + Math.toDegrees(dLon);
        double wrapped = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
        return new GeoPoint(Math.toDegrees(toLat), wrapped);
    }
}
