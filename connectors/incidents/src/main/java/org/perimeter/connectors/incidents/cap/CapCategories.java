// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.rules.EventWords;

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

    /** The category of an event; empty when it has none. */
    static Optional<IncidentCategory> find(CapInfo info) {
        Optional<IncidentCategory> stated =
                info.categories().stream()
                        .filter(CATEGORIES::containsKey)
                        .map(CATEGORIES::get)
                        .findFirst();
        return EventWords.categoryOf(info.event(), stated);
    }
}
