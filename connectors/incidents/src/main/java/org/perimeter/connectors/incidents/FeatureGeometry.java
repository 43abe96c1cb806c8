// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.fence.FenceProblem;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.FenceRule;

import java.util.ArrayList;
import java.util.List;

/** Reads a feature's geometry into a lawful fence. */
final class FeatureGeometry {

    private final FeatureFields fields;
    private final Rulebook rulebook;

    FeatureGeometry(FeatureFields fields, Rulebook rulebook) {
        this.fields = fields;
        this.rulebook = rulebook;
    }

    /** The fence; null when there is a problem, which is written down. */
    @Nullable Fence read() {
        JsonNode geometry = fields.feature().path("geometry");
        Fence fence =
                switch (geometry.path("type").asText()) {
                    case "Point" -> circle(geometry);
                    case "Polygon" -> polygon(geometry.path("coordinates"));
                    case "MultiPolygon" -> onlyPart(geometry.path("coordinates"));
                    default -> noShape();
                };
        if (fence == null) {
            return null;
        }
        List<FenceProblem> problems = FenceRule.of(rulebook).judge(fence);
        for (FenceProblem problem : problems) {
            String path = problem.path().isEmpty() ? "geometry" : "geometry." + problem.path();
            fields.problem(path, problem.message());
        }
        return problems.isEmpty() ? fence : null;
    }

    private @Nullable Fence noShape() {
        fields.problem(
                "geometry.type",
                "must be Point (with radiusMeters) or Polygon; draw one incident for each area");
        return null;
    }

    /** Of several polygons that are one; several are several incidents. */
    private @Nullable Fence onlyPart(JsonNode parts) {
        return parts.isArray() && parts.size() == 1 ? polygon(parts.get(0)) : noShape();
    }

    private @Nullable Fence circle(JsonNode geometry) {
        JsonNode radius = fields.property("radiusMeters");
        if (radius.isMissingNode() || radius.isNull()) {
            radius = geometry.path("radiusMeters");
        }
        double meters = radius.isNumber() ? radius.doubleValue() : Double.NaN;
        GeoPoint center = point(geometry.path("coordinates"), "geometry.coordinates");
        if (!(meters > 0) || !Double.isFinite(meters)) {
            fields.problem("properties.radiusMeters", "must be a number above 0");
            return null;
        }
        return center == null ? null : Fence.circle(center, meters);
    }

    private @Nullable Fence polygon(JsonNode coordinates) {
        List<Ring> rings = new ArrayList<>();
        for (JsonNode ring : coordinates) {
            String path = "geometry.coordinates[" + rings.size() + "]";
            List<GeoPoint> points = new ArrayList<>();
            for (JsonNode position : ring) {
                GeoPoint point = point(position, path + "[" + points.size() + "]");
                if (point == null) {
                    return null;
                }
                points.add(point);
            }
            rings.add(new Ring(points));
        }
        if (rings.isEmpty()) {
            fields.problem("geometry.coordinates", "a polygon needs at least one ring");
            return null;
        }
        return Fence.polygon(rings);
    }

    /** A position: longitude, latitude and perhaps an altitude, which is ignored. */
    private @Nullable GeoPoint point(JsonNode position, String path) {
        boolean numbers =
                position.size() >= 2
                        && position.size() <= 3
                        && position.path(0).isNumber()
                        && position.path(1).isNumber();
        double lon = position.path(0).asDouble();
        double lat = position.path(1).asDouble();
        if (!numbers || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            fields.problem(path, "must be [longitude, latitude] in degrees");
            return null;
        }
        return new GeoPoint(lat, lon);
    }
}
