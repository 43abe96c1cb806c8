// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import org.perimeter.connectors.exercise.city.CityLandmark;
import org.perimeter.connectors.exercise.city.CityStreet;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.city.TruePlace;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The landmarks and corners that lie inside fences, where ordinary life goes on. */
final class FencePlaces {

    private final Town town;

    FencePlaces(Town town) {
        this.town = town;
    }

    /** Keys of places inside any of the fences; of the incidents' own places at least. */
    List<String> keys(List<IncidentPlan> incidents) {
        Set<String> keys = new LinkedHashSet<>();
        incidents.forEach(plan -> keys.add(plan.place()));
        town.city().landmarks().stream().map(CityLandmark::id).forEach(keys::add);
        keys.addAll(corners(incidents));
        List<String> inside = new ArrayList<>();
        for (String key : keys) {
            if (isInside(town.places().get(key).point(), incidents)) {
                inside.add(key);
            }
        }
        return inside;
    }

    private Set<String> corners(List<IncidentPlan> incidents) {
        Map<GeoPoint, String> seen = new HashMap<>();
        Set<String> corners = new LinkedHashSet<>();
        for (CityStreet street : town.city().streets()) {
            for (List<GeoPoint> line : street.lines()) {
                for (GeoPoint point : line) {
                    if (isInside(point, incidents)) {
                        String other = seen.put(point, street.name());
                        if (other != null && !other.equals(street.name())) {
                            corners.add(other + " & " + street.name());
                        }
                    }
                }
            }
        }
        return corners;
    }

    private boolean isInside(GeoPoint point, List<IncidentPlan> incidents) {
        return incidents.stream()
                .anyMatch(
                        plan ->
                                TruePlace.metersBetween(
                                                point, town.places().get(plan.place()).point())
                                        <= plan.radiusMeters());
    }
}
