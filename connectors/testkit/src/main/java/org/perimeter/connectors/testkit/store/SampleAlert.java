// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.alert.AlertTelling;
import org.perimeter.policy.model.alert.RulePrecision;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

/**
 * An invented alert; the {@code with} methods change what a test is about.
 *
 * @param id its id
 * @param incidentId its incident
 * @param state where it stands
 * @param updatedAt when this version was written
 * @param sequence of the version
 * @param told whether this version is to be told outside
 */
public record SampleAlert(
        String id,
        String incidentId,
        AlertState state,
        Instant updatedAt,
        long sequence,
        boolean told) {

    /** A raised alert, first version. */
    public static SampleAlert of(String incidentId, String id) {
        return new SampleAlert(
                id, incidentId, AlertState.RAISED, SamplePost.WITNESSED.plusSeconds(60), 1, true);
    }

    /** The next version, in the given state, one second later. */
    public SampleAlert next(AlertState other) {
        return new SampleAlert(id, incidentId, other, updatedAt.plusSeconds(1), sequence + 1, true);
    }

    /** The same alert as changed at this time. */
    public SampleAlert withUpdatedAt(Instant other) {
        return new SampleAlert(id, incidentId, state, other, sequence, told);
    }

    /** The domain record. */
    public Alert alert() {
        return new Alert(
                id,
                incidentId,
                ThreatKind.REPORT,
                IncidentCategory.SHOOTING,
                state,
                SamplePost.WITNESSED,
                updatedAt,
                2,
                1,
                List.of("post-1", "post-2"),
                SamplePost.of(incidentId, "post-1").stored().match().place(),
                0.87,
                0.93,
                new PolicyDecision(Outcome.ADMIT, "OUT-03", ReasonCode.ALLOWED, "00ff"),
                "model-1",
                new RulePrecision(7, 9),
                sequence,
                new AlertTelling(told, sequence, 2));
    }

    /** The same, not to be told outside. */
    public SampleAlert untold() {
        return new SampleAlert(id, incidentId, state, updatedAt, sequence, false);
    }
}
