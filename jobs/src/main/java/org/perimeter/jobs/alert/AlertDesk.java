// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.jobs.control.ControlKind;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.alerting.AlertMemory;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.review.AlertReview;
import org.perimeter.policy.review.Reviewed;
import org.perimeter.policy.rules.AlertGate;

/** Keeps the alerts of an incident in step with what its posts say and with its life. */
final class AlertDesk {

    private final ControlView control;
    private final AlertTerms terms;

    AlertDesk(ControlView control, AlertTerms terms) {
        this.control = control;
        this.terms = terms;
    }

    /** What a signal changes. */
    Reviewed hear(AlertSignal signal, AlertMemory before) {
        AlertMemory after =
                signal.evidence() == null
                        ? before.without(signal.documentId())
                        : before.with(signal.evidence());
        return review(signal.incidentId(), after);
    }

    /** What a change of what governs brings; a tick matters only to an incident that is over. */
    Reviewed follow(String incidentId, ControlKind cause, AlertMemory memory) {
        Incident incident = control.incident(incidentId);
        if (incident == null) {
            return Reviewed.unchanged(memory);
        }
        boolean over = AlertGate.decide(incident, control.now()) != null;
        boolean due = cause != ControlKind.TICK || (over && memory.stands());
        return due ? review(incidentId, memory) : Reviewed.unchanged(memory);
    }

    private Reviewed review(String incidentId, AlertMemory memory) {
        return terms.of(incidentId)
                .map(found -> AlertReview.of(memory, found))
                .orElseGet(() -> Reviewed.unchanged(memory));
    }
}
