// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.message;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

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
 * @param authors independent pseudonyms behind it
 * @param score 0 to 1
 * @param raisedAt when the alert was raised
 * @param updatedAt when this change was made
 * @param ruleId the rule under which it was raised
 * @param rulebookHash the rulebook that holds the rule
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
        double score,
        Instant raisedAt,
        Instant updatedAt,
        String ruleId,
        String rulebookHash,
        String path,
        String caveat) {

    private static final String CAVEAT =
            "Unverified; not a finding of fact. A person has to decide what follows.";

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
                notice.score(),
                notice.raisedAt(),
                notice.updatedAt(),
                notice.ruleId(),
                notice.rulebookHash(),
                "/incidents/"
                        + URLEncoder.encode(notice.incidentId(), StandardCharsets.UTF_8)
                                .replace("+", "%20"),
                CAVEAT);
    }
}
