// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import java.util.List;
import java.util.Map;

/**
 * An exercise as it is written, before it is staged.
 *
 * @param incidents in the order of their table
 * @param packs the lines of each pack, in order; texts may hold slots
 * @param ordinary templates of the ordinary posts
 * @param slots what fills slots, beside the town's own places
 */
public record Script(
        List<IncidentPlan> incidents,
        List<List<ScenarioLine>> packs,
        List<OrdinaryTemplate> ordinary,
        Map<String, List<String>> slots) {

    public Script {
        incidents = List.copyOf(incidents);
        packs = packs.stream().map(List::copyOf).toList();
        ordinary = List.copyOf(ordinary);
        slots = Map.copyOf(slots);
    }
}
