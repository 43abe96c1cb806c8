// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.alerting.AlertRuleName;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.alert.AlertVerdict;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

/**
 * An alert as the API shows it: unverified, with its reasons.
 *
 * @param authors independent voices behind it
 * @param denials independent voices against it
 * @param postIds posts behind it, oldest first
 * @param score of the surest post, 0 to 1
 * @param probability that it is so, given all that was said, 0 to 1
 * @param decision rule and rulebook under which it was raised
 * @param models version of the models that read the posts
 * @param rule by which dispositions are counted
 * @param past how alerts of this rule fared when this version was written
 * @param verdict what an analyst made of it; null while nobody has
 * @param mustDispose who has to
 * @param caveat what an alert is not
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
        int denials,
        List<String> postIds,
        PlaceMention place,
        double score,
        double probability,
        PolicyDecision decision,
        String models,
        String rule,
        PastView past,
        @Nullable AlertVerdict verdict,
        List<Role> mustDispose,
        String caveat,
        long sequence) {

    /** What an alert is not, wherever it is shown. */
    public static final String CAVEAT =
            "Unverified; not a finding of fact. A person has to decide what follows.";

    public AlertView {
        postIds = List.copyOf(postIds);
        mustDispose = List.copyOf(mustDispose);
    }

    /** The alert with all that explains it. */
    public static AlertView of(Alert alert, @Nullable AlertVerdict verdict) {
        return new AlertView(
                alert.id(),
                alert.incidentId(),
                alert.kind(),
                alert.category(),
                alert.state(),
                alert.raisedAt(),
                alert.updatedAt(),
                alert.authors(),
                alert.denials(),
                alert.postIds(),
                alert.place(),
                alert.score(),
                alert.probability(),
                alert.decision(),
                alert.models(),
                AlertRuleName.of(alert),
                PastView.of(alert.past()),
                verdict,
                disposers(),
                CAVEAT,
                alert.sequence());
    }

    /** The roles that have to dispose of alerts. */
    public static List<Role> disposers() {
        return Action.DISPOSE_ALERT.roles().stream().sorted().toList();
    }
}
