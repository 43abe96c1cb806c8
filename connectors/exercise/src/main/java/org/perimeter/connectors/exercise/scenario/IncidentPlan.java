// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import org.perimeter.policy.model.incident.IncidentCategory;

import java.time.Duration;
import java.util.List;

/**
 * An incident that the exercise opens.
 *
 * @param id key of the incident, which is the name of the pack that tells of it, if one does
 * @param title plain name
 * @param category what it is about
 * @param priority 1 to 5
 * @param place key of the place in its middle
 * @param radiusMeters radius of its fence
 * @param opensAt when, from the start of the exercise
 * @param alerts that ought to be raised
 */
public record IncidentPlan(
        String id,
        String title,
        IncidentCategory category,
        int priority,
        String place,
        double radiusMeters,
        Duration opensAt,
        List<ExpectedAlert> alerts) {

    public IncidentPlan {
        alerts = List.copyOf(alerts);
    }
}
