// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.jurisdiction.JurisdictionLayer;
import org.perimeter.nlp.jurisdiction.LocalMatch;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names in a post that may mean places, before anything is decided.
 *
 * @param world from the gazetteer
 * @param local from each jurisdiction
 */
public record PlaceNamesFound(
        List<NameMatch> world, Map<JurisdictionLayer, List<LocalMatch>> local) {

    public PlaceNamesFound {
        world = List.copyOf(world);
        local = Map.copyOf(local);
    }

    /** Whether there is nothing that means a place by itself. */
    public boolean isEmpty() {
        return world.isEmpty()
                && local.values().stream()
                        .flatMap(List::stream)
                        .allMatch(match -> match.places().isEmpty());
    }

    /** Every point that any of the names may come to mean. */
    public List<GeoPoint> candidates() {
        List<GeoPoint> points = new ArrayList<>();
        for (NameMatch match : world) {
            match.places().forEach(place -> points.add(place.point()));
        }
        for (List<LocalMatch> matches : local.values()) {
            for (LocalMatch match : matches) {
                match.places().forEach(place -> points.add(place.point()));
                match.nearby().forEach(place -> points.add(place.point()));
            }
        }
        return points;
    }

    /** Whether any jurisdiction knows one of the names. */
    public boolean hasLocal() {
        return !local.values().stream().allMatch(List::isEmpty);
    }
}
