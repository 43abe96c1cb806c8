// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

/**
 * The signal that several independent voices report, or announce, the same kind of harm inside a
 * live incident's fence. Unverified: a person disposes of it.
 *
 * @param id stable: derived from incident, kind and group of categories
 * @param incidentId the incident
 * @param kind report or threat
 * @param category what most of the posts say is happening
 * @param state where it stands
 * @param raisedAt event time of the post that raised it, rounded as the post's own
 * @param updatedAt when this version was written, wall clock
 * @param authors number of independent voices behind it: copies, one author and one link are one
 * @param denials number of independent voices that deny it or give the all-clear
 * @param postIds document ids of the posts behind it, oldest first, at most 50
 * @param place the best supported place
 * @param score of the surest post, 0 to 1
 * @param probability that it is so, given all that was said for and against, 0 to 1
 * @param decision rule and rulebook under which it was raised
 * @param models version of the models that read the posts
 * @param past how many alerts of the same rule analysts found useful so far
 * @param sequence grows with every change of this alert, from 1
 * @param telling what was told of it outside
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
        int denials,
        List<String> postIds,
        PlaceMention place,
        double score,
        double probability,
        PolicyDecision decision,
        String models,
        RulePrecision past,
        long sequence,
        AlertTelling telling) {

    public Alert {
        postIds = List.copyOf(postIds);
        // Absent in what was written before there were any.
        models = models == null ? "" : models;
        past = past == null ? RulePrecision.UNKNOWN : past;
        telling = telling == null ? new AlertTelling(false, sequence, authors) : telling;
    }
}
