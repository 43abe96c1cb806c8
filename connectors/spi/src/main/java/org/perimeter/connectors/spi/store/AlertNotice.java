// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
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
 * @param authors independent pseudonyms behind it
 * @param score 0 to 1
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
        double score,
        String ruleId,
        String rulebookHash) {

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
                alert.score(),
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
                score,
                ruleId,
                rulebookHash);
    }
}
