// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

/**
 * The signal that several independent authors report, or announce, the same kind of harm inside a
 * live incident's fence. Unverified: a person disposes of it.
 *
 * @param id stable: derived from incident, kind and category
 * @param incidentId the incident
 * @param kind report or threat
 * @param category what the posts say is happening
 * @param state where it stands
 * @param raisedAt event time of the post that raised it
 * @param updatedAt when this version was written, wall clock
 * @param authors number of independent pseudonyms behind it
 * @param postIds document ids of the posts behind it, oldest first, at most 50
 * @param place the best supported place
 * @param score 0 to 1
 * @param decision rule and rulebook under which it was raised
 * @param sequence grows with every change of this alert, from 1
 */
public record Alert(
        String id,
        String incidentId,
        ThreatKind kind,
        IncidentCategory category,
        AlertState state,
        Instant raisedAt,
        Instant updatedAt,
        int authors,
        List<String> postIds,
        PlaceMention place,
        double score,
        PolicyDecision decision,
        long sequence) {

    public Alert {
        postIds = List.copyOf(postIds);
    }
}
