// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.alert.RulePrecision;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;

/**
 * One change of an alert as it may leave the house: ids, counts and reasons, no post, no place.
 *
 * @param number its place in the outbox, from 1 and without gaps; 0 while it waits for one
 * @param id names the change for ever: of two notices with one id the receiver needs only one
 * @param alertId the alert
 * @param incidentId its incident
 * @param kind report or threat
 * @param category what is said to happen
 * @param state where the alert stands since this change
 * @param sequence of the change among those of its alert, from 1
 * @param raisedAt when the alert was raised, event time
 * @param updatedAt when the change was made, wall clock
 * @param authors independent voices behind it
 * @param denials independent voices against it
 * @param score of the surest post, 0 to 1
 * @param probability that it is so, 0 to 1
 * @param models version of the models that read the posts
 * @param past how many alerts of the same rule analysts found useful so far
 * @param times how often the alert was told, this time included
 * @param ruleId the rule under which the alert was raised
 * @param rulebookHash the rulebook that holds it
 */
public record AlertNotice(
        long number,
        String id,
        String alertId,
        String incidentId,
        ThreatKind kind,
        IncidentCategory category,
        AlertState state,
        long sequence,
        Instant raisedAt,
        Instant updatedAt,
        int authors,
        int denials,
        double score,
        double probability,
        String models,
        RulePrecision past,
        long times,
        String ruleId,
        String rulebookHash) {

    public AlertNotice {
        // Absent in notices that were left before there were any.
        models = models == null ? "" : models;
        past = past == null ? RulePrecision.UNKNOWN : past;
        times = times == 0 ? sequence : times;
    }

    /** The notice of an alert's newest change, without a number. */
    public static AlertNotice of(Alert alert) {
        return new AlertNotice(
                0,
                // A replay after a crash may give the same number to another state.
                alert.id() + "-" + alert.sequence() + "-" + alert.state(),
                alert.id(),
                alert.incidentId(),
                alert.kind(),
                alert.category(),
                alert.state(),
                alert.sequence(),
                alert.raisedAt(),
                alert.updatedAt(),
                alert.authors(),
                alert.denials(),
                alert.score(),
                alert.probability(),
                alert.models(),
                alert.past(),
                alert.telling().times(),
                alert.decision().ruleId(),
                alert.decision().rulebookHash());
    }

    /** The same with its place in the outbox. */
    public AlertNotice withNumber(long given) {
        return new AlertNotice(
                given,
                id,
                alertId,
                incidentId,
                kind,
                category,
                state,
                sequence,
                raisedAt,
                updatedAt,
                authors,
                denials,
                score,
                probability,
                models,
                past,
                times,
                ruleId,
                rulebookHash);
    }
}
