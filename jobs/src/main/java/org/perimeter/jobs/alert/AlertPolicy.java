// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.time.Instant;
import java.util.List;

/** Where an alert stands, given the posts that speak for it and the incident that it belongs to. */
final class AlertPolicy {

    private AlertPolicy() {}

    /**
     * The state that the support calls for; null while it calls for no alert.
     *
     * <p>Voices raise and confirm only within the window. Once raised, an alert does not fall
     * because time passes, but because posts are erased.
     */
    static @Nullable AlertState bySupport(AlertMemory memory, AlertRules rules) {
        Alert alert = memory.alert();
        int all = IndependentVoices.count(memory.supports());
        boolean standing = alert != null && alert.state() != AlertState.RETRACTED;
        if (standing && all < rules.raise()) {
            return AlertState.RETRACTED;
        }
        int together = IndependentVoices.count(recent(memory.supports(), rules));
        boolean wasConfirmed = alert != null && alert.state() == AlertState.CONFIRMED;
        if (together >= rules.confirm() || (wasConfirmed && all >= rules.confirm())) {
            return AlertState.CONFIRMED;
        }
        if (standing || together >= rules.raise()) {
            return AlertState.RAISED;
        }
        return alert == null ? null : AlertState.RETRACTED;
    }

    /** The state that the end of the incident calls for; null when it has not ended. */
    static @Nullable AlertState byIncident(Incident incident, Instant now) {
        if (incident.status() == IncidentStatus.CANCELLED) {
            return AlertState.RETRACTED;
        }
        return incident.isLive(now) || incident.status() == IncidentStatus.PENDING
                ? null
                : AlertState.CLOSED;
    }

    private static List<AlertSupport> recent(List<AlertSupport> supports, AlertRules rules) {
        if (supports.isEmpty()) {
            return supports;
        }
        Instant newest = supports.get(supports.size() - 1).witnessedAt();
        Instant from = newest.minus(rules.window());
        return supports.stream().filter(s -> !s.witnessedAt().isBefore(from)).toList();
    }
}
