// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.connectors.incidents.FeatureFields;

import java.util.List;

/** Turns an alert's only area into the geometry of a feature. */
final class CapShape {

    private static final String POLYGON = "info.area.polygon";
    private static final String CIRCLE = "info.area.circle";
    private static final double METERS = 1000;

    private final FeatureFields problems;

    CapShape(FeatureFields problems) {
        this.problems = problems;
    }

    /**
     * Writes {@code geometry}, and {@code radiusMeters} of a circle, into the feature; writes down
     * a problem when there is not exactly one lawful shape. A polygon with a circle around the same
     * place is one shape said twice: the circle counts when the polygon cannot be read.
     */
    void write(CapInfo info, ObjectNode feature) {
        List<String> polygons = info.polygons().stream().distinct().toList();
        List<String> circles = info.circles().stream().distinct().toList();
        int shapes = Math.max(polygons.size(), circles.size());
        if (shapes == 0) {
            problems.problem(
                    "info.area", "a polygon or circle is required; codes are not looked up");
        } else if (shapes > 1) {
            problems.problem(
                    "info.area", "has " + shapes + " shapes; send one alert for each of them");
        } else if (polygons.isEmpty()) {
            circle(circles.get(0), feature);
        } else if (circles.isEmpty() || isPolygon(polygons.get(0))) {
            polygon(polygons.get(0), feature);
        } else {
            circle(circles.get(0), feature);
        }
    }

    private static boolean isPolygon(String text) {
        FeatureFields tried = new FeatureFields(0, JsonNodeFactory.instance.objectNode());
        new CapShape(tried).polygon(text, JsonNodeFactory.instance.objectNode());
        return tried.isClean();
    }

    private void polygon(String text, ObjectNode feature) {
        ObjectNode geometry = feature.putObject("geometry").put("type", "Polygon");
        ArrayNode ring = geometry.putArray("coordinates").addArray();
        for (String pair : text.split("\\s+", -1)) {
            if (!position(pair, POLYGON, ring.addArray())) {
                return;
            }
        }
        if (ring.size() < 4 || !ring.get(0).equals(ring.get(ring.size() - 1))) {
            problems.problem(POLYGON, "needs at least four positions, the last like the first");
        }
    }

    private void circle(String text, ObjectNode feature) {
        String[] parts = text.split("\\s+", -1);
        ObjectNode geometry = feature.putObject("geometry").put("type", "Point");
        if (parts.length != 2) {
            problems.problem(CIRCLE, "must be latitude,longitude and a radius in kilometres");
        } else if (position(parts[0], CIRCLE, geometry.putArray("coordinates"))) {
            feature.withObjectProperty("properties").put("radiusMeters", number(parts[1]) * METERS);
        }
    }

    private boolean position(String pair, String path, ArrayNode into) {
        String[] parts = pair.split(",", -1);
        double lat = number(parts[0]);
        double lon = parts.length == 2 ? number(parts[1]) : Double.NaN;
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            problems.problem(path, "each position must be latitude,longitude in degrees");
            return false;
        }
        into.add(lon).add(lat);
        return true;
    }

    /** A plain decimal number; not a number for anything else. */
    private static double number(String text) {
        return text.matches("[+-]?\\d{1,9}(\\.\\d{1,20})?") ? Double.parseDouble(text) : Double.NaN;
    }
}
