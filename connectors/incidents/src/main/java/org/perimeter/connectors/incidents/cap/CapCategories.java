// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.rules.EventWords;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What CAP's own categories say of an incident, for events whose words say nothing: Fire is FIRE,
 * Met is SEVERE_WEATHER, CBRNE is HAZARDOUS_MATERIAL; no other one decides anything.
 */
final class CapCategories {

    private static final Map<String, IncidentCategory> CATEGORIES =
            Map.of(
                    "Fire", IncidentCategory.FIRE,
                    "Met", IncidentCategory.SEVERE_WEATHER,
                    "CBRNE", IncidentCategory.HAZARDOUS_MATERIAL);

    private CapCategories() {}

    /**
     * The block whose event has a category, and the category: words decide before codes, whatever
     * language they are in. Empty when none has one, or one of the blocks names no incident at all.
     */
    static Optional<Decision> find(List<CapInfo> infos) {
        boolean none =
                infos.stream()
                        .anyMatch(
                                info ->
                                        EventWords.categoryOf(
                                                        info.event(),
                                                        Optional.of(IncidentCategory.FIRE))
                                                .isEmpty());
        if (none) {
            return Optional.empty();
        }
        return infos.stream()
                .flatMap(info -> decide(info, Optional.empty()).stream())
                .findFirst()
                .or(
                        () ->
                                infos.stream()
                                        .flatMap(info -> decide(info, stated(info)).stream())
                                        .findFirst());
    }

    private static Optional<Decision> decide(CapInfo info, Optional<IncidentCategory> stated) {
        return EventWords.categoryOf(info.event(), stated)
                .map(category -> new Decision(info, category));
    }

    private static Optional<IncidentCategory> stated(CapInfo info) {
        return info.categories().stream()
                .filter(CATEGORIES::containsKey)
                .map(CATEGORIES::get)
                .findFirst();
    }

    /**
     * What decided.
     *
     * @param info the block that says it
     * @param category the category
     */
    record Decision(CapInfo info, IncidentCategory category) {}
}
