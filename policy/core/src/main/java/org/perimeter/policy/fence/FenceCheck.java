// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether a shape can be a fence at all: well formed, of one piece, clear of the antimeridian
 * and the poles. How large it may be is the rulebook's affair.
 */
public final class FenceCheck {

    private static final int MOST_CORNERS = 10_000;
    private static final double WIDEST_STEP = 180;

    private FenceCheck() {}

    /** Lists what is wrong with the shape; empty when it is sound. */
    public static List<FenceProblem> check(Fence fence) {
        GeoPoint center = fence.center();
        return center != null
                ? checkCircle(center, fence.radiusMeters())
                : checkPolygon(fence.rings());
    }

    /** Whether it can be measured: each ring is one, and there are not too many corners. */
    public static boolean isMeasurable(Fence fence) {
        return corners(fence.rings()) <= MOST_CORNERS
                && fence.rings().stream().allMatch(FenceCheck::hasCorners);
    }

    private static boolean hasCorners(Ring ring) {
        return ring.points().stream().distinct().count() >= 3;
    }

    private static int corners(List<Ring> rings) {
        return rings.stream().mapToInt(ring -> ring.points().size()).sum();
    }

    private static List<FenceProblem> checkCircle(GeoPoint center, double radiusMeters) {
        if (!Double.isFinite(radiusMeters)) {
            return List.of(new FenceProblem("radiusMeters", "The radius is not a number."));
        }
        double degrees = Math.toDegrees(radiusMeters / EarthDistance.RADIUS);
        if (Math.abs(center.lat()) + degrees >= 90) {
            return List.of(new FenceProblem("radiusMeters", "The fence reaches over a pole."));
        }
        BoundingBox box = new CircleGeometry(center, radiusMeters).boundingBox();
        return box.west() <= -180 || box.east() >= 180 ? List.of(antimeridian("")) : List.of();
    }

    private static List<FenceProblem> checkPolygon(List<Ring> rings) {
        List<FenceProblem> problems = new ArrayList<>();
        int corners = corners(rings);
        for (int i = 0; i < rings.size(); i++) {
            checkRing(rings.get(i), "rings[" + i + "]", problems);
        }
        if (corners > MOST_CORNERS) {
            return List.of(
                    new FenceProblem(
                            "",
                            "A fence has at most " + MOST_CORNERS + " corners, not " + corners));
        }
        return problems.isEmpty() ? PolygonValidity.problems(rings) : problems;
    }

    private static void checkRing(Ring ring, String path, List<FenceProblem> problems) {
        List<GeoPoint> points = ring.points();
        if (!hasCorners(ring)) {
            problems.add(new FenceProblem(path, "A ring needs at least three different corners."));
            return;
        }
        boolean turned = false;
        for (int i = 0; i < points.size(); i++) {
            GeoPoint from = points.get(i);
            GeoPoint to = points.get((i + 1) % points.size());
            if (Math.abs(from.lat()) >= 90) {
                problems.add(new FenceProblem(path + "[" + i + "]", "The fence touches a pole."));
            }
            double step = Math.abs(to.lon() - from.lon());
            turned |= step > WIDEST_STEP || Math.abs(from.lon()) >= 180;
        }
        if (turned) {
            problems.add(antimeridian(path));
        }
    }

    private static FenceProblem antimeridian(String path) {
        return new FenceProblem(
                path,
                "The fence crosses or touches the 180th meridian; draw one fence on each side.");
    }
}
