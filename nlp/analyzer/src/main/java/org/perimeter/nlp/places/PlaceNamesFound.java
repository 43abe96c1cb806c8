// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.jurisdiction.JurisdictionLayer;
import org.perimeter.nlp.jurisdiction.LocalMatch;

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

    /** Whether any jurisdiction knows one of the names. */
    public boolean hasLocal() {
        return !local.values().stream().allMatch(List::isEmpty);
    }
}
