// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import org.perimeter.nlp.resource.LineResource;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.HashMap;
import java.util.Map;

/** The middles of countries and large first-level areas, by their codes. */
final class AreaPoints {

    private static final String RESOURCE = "/org/perimeter/nlp/geo/gazetteer/area-points.txt";

    private AreaPoints() {}

    static Map<String, GeoPoint> read() {
        Map<String, GeoPoint> points = new HashMap<>();
        for (String line : LineResource.read(RESOURCE)) {
            String[] parts = line.split(" ", -1);
            points.put(
                    parts[0],
                    new GeoPoint(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
        }
        return points;
    }
}
