// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether a shape may be a fence (control COL-02): well formed, of one piece, clear of the
 * antimeridian and the poles, and no larger than the rulebook allows.
 */
public final class FenceCheck {

    private static final int MOST_CORNERS = 10_000;
    private static final double WIDEST_STEP = 180;

    private FenceCheck() {}

    /**
     * Lists what is wrong with the fence; empty when it is lawful.
     *
     * @param maxRadiusKm greatest distance from the centre to the edge, in kilometres
     * @param maxAreaKm2 greatest area in square kilometres
     */
    public static List<FenceProblem> check(Fence fence, double maxRadiusKm, double maxAreaKm2) {
        GeoPoint center = fence.center();
        List<FenceProblem> problems =
                center != null
                        ? checkCircle(center, fence.radiusMeters())
                        : checkPolygon(fence.rings());
        if (!problems.isEmpty() && center == null && problems.get(0).path().isEmpty()) {
            return problems;
        }
        List<FenceProblem> all = new ArrayList<>(problems);
        all.addAll(checkSize(fence, maxRadiusKm, maxAreaKm2));
        return List.copyOf(all);
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
        int corners = 0;
        for (int i = 0; i < rings.size(); i++) {
            checkRing(rings.get(i), "rings[" + i + "]", problems);
            corners += rings.get(i).points().size();
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
        if (points.stream().distinct().count() < 3) {
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

    private static List<FenceProblem> checkSize(Fence fence, double maxKm, double maxKm2) {
        List<FenceProblem> problems = new ArrayList<>();
        FenceGeometry geometry = FenceGeometry.of(fence);
        double km = geometry.radiusMeters() / 1000;
        if (!(km <= maxKm)) {
            problems.add(new FenceProblem("", tooLarge("radius", km, maxKm, "km")));
        }
        double km2 = (fence.rings().isEmpty() ? geometry.areaSquareMeters() : claimed(fence)) / 1e6;
        if (!(km2 <= maxKm2)) {
            problems.add(new FenceProblem("", tooLarge("area", km2, maxKm2, "km²")));
        }
        return problems;
    }

    /**
     * The area that all rings together lay claim to: a ring that is no hole of the first counts as
     * a fence of its own, so that many small rings cannot hide a large area.
     */
    private static double claimed(Fence fence) {
        RingGeometry outer = new RingGeometry(fence.rings().get(0));
        double area = outer.areaSquareMeters();
        for (Ring ring : fence.rings().subList(1, fence.rings().size())) {
            RingGeometry other = new RingGeometry(ring);
            boolean hole = outer.side(other.corner(0)) != RingGeometry.Side.OUTSIDE;
            area += hole ? -other.areaSquareMeters() : other.areaSquareMeters();
        }
        return Math.max(0, area);
    }

    private static FenceProblem antimeridian(String path) {
        return new FenceProblem(
                path,
                "The fence crosses or touches the 180th meridian; draw one fence on each side.");
    }

    private static String tooLarge(String what, double is, double most, String unit) {
        return String.format(
                Locale.ROOT,
                "The fence's %s is %.2f %s; the rulebook allows at most %.2f %s.",
                what,
                is,
                unit,
                most,
                unit);
    }
}
