// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.message;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.search.alert.AlertView;
import org.perimeter.search.alert.PastView;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What an integrator is told of an alert: ids, counts and reasons; no post, no place, no person
 * (control OUT-03). Who may see more reads it here, under a purpose.
 *
 * @param alertId the alert
 * @param sequence of this change, from 1; of two messages about an alert the greater one holds
 * @param state where the alert stands
 * @param incidentId its incident
 * @param exercise whether the incident is a drill; null when the incident is not known any more
 * @param kind report or threat
 * @param category what is said to happen
 * @param authors independent voices behind it
 * @param denials independent voices against it
 * @param score of the surest post, 0 to 1
 * @param probability that it is so, given all that was said, 0 to 1
 * @param raisedAt when the alert was raised
 * @param updatedAt when this change was made
 * @param ruleId the rule under which it was raised
 * @param rulebookHash the rulebook that holds the rule
 * @param models version of the models that read the posts
 * @param past how alerts of this rule fared so far
 * @param mustDispose the roles of which somebody has to say what the alert was worth
 * @param path of the incident's room on the console
 * @param caveat what an alert is not
 */
public record AlertFacts(
        String alertId,
        long sequence,
        AlertState state,
        String incidentId,
        @Nullable Boolean exercise,
        ThreatKind kind,
        IncidentCategory category,
        int authors,
        int denials,
        double score,
        double probability,
        Instant raisedAt,
        Instant updatedAt,
        String ruleId,
        String rulebookHash,
        String models,
        PastView past,
        List<Role> mustDispose,
        String path,
        String caveat) {

    public AlertFacts {
        mustDispose = List.copyOf(mustDispose);
    }

    @Control("OUT-03")
    static AlertFacts of(AlertNotice notice, @Nullable Boolean exercise) {
        return new AlertFacts(
                notice.alertId(),
                notice.sequence(),
                notice.state(),
                notice.incidentId(),
                exercise,
                notice.kind(),
                notice.category(),
                notice.authors(),
                notice.denials(),
                notice.score(),
                notice.probability(),
                notice.raisedAt(),
                notice.updatedAt(),
                notice.ruleId(),
                notice.rulebookHash(),
                notice.models(),
                PastView.of(notice.past()),
                AlertView.disposers(),
                "/incidents/"
                        + URLEncoder.encode(notice.incidentId(), StandardCharsets.UTF_8)
                                .replace("+", "%20"),
                AlertView.CAVEAT);
    }
}
