// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the points where streets of different names meet. */
final class SharedPoints {

    private SharedPoints() {}

    static int count(List<Feature> streets) {
        Map<GeoPoint, String> first = new HashMap<>();
        Set<GeoPoint> shared = new HashSet<>();
        for (Feature street : streets) {
            for (List<GeoPoint> line : street.shape().lines()) {
                for (GeoPoint point : line) {
                    String name = first.putIfAbsent(point, street.name());
                    if (name != null && !name.equals(street.name())) {
                        shared.add(point);
                    }
                }
            }
        }
        return shared.size();
    }
}
