// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * A GeoJSON geometry.
 *
 * @param type its GeoJSON name
 * @param lines its rings or lines; one line of one point for a point
 */
record Shape(Type type, List<List<GeoPoint>> lines) {

    /** The kinds of geometry that a jurisdiction is made of. */
    enum Type {
        POINT("Point"),
        LINES("MultiLineString"),
        AREA("Polygon"),
        AREAS("MultiPolygon");

        private final String geoJson;

        Type(String geoJson) {
            this.geoJson = geoJson;
        }

        String geoJson() {
            return geoJson;
        }
    }

    Shape {
        lines = List.copyOf(lines);
    }

    static Shape point(GeoPoint point) {
        return new Shape(Type.POINT, List.of(List.of(point)));
    }

    static Shape lines(List<List<GeoPoint>> lines) {
        return new Shape(Type.LINES, lines);
    }

    /** Outer rings without holes. */
    static Shape area(List<List<GeoPoint>> rings) {
        return new Shape(rings.size() == 1 ? Type.AREA : Type.AREAS, rings);
    }
}
