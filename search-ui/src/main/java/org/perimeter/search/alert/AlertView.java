// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

/**
 * An alert as the API shows it: unverified, with its reasons.
 *
 * @param authors independent pseudonyms behind it
 * @param postIds posts behind it, oldest first
 * @param decision rule and rulebook under which it was raised
 */
public record AlertView(
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

    public AlertView {
        postIds = List.copyOf(postIds);
    }

    /** The alert with all that explains it. */
    public static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.incidentId(),
                alert.kind(),
                alert.category(),
                alert.state(),
                alert.raisedAt(),
                alert.updatedAt(),
                alert.authors(),
                alert.postIds(),
                alert.place(),
                alert.score(),
                alert.decision(),
                alert.sequence());
    }
}
