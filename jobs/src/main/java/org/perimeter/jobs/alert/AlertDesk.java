// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.Rulebook;

/** Keeps one alert in step with the posts that speak for it and with the incident's life. */
final class AlertDesk {

    private final ControlView control;

    AlertDesk(ControlView control) {
        this.control = control;
    }

    /**
     * The memory after a signal; where its alert differs from the one before, that is a new
     * version.
     */
    AlertMemory hear(AlertSignal signal, AlertMemory before) {
        AlertMemory after =
                signal.support() == null
                        ? before.withoutPost(signal.documentId())
                        : before.with(signal.support());
        Rulebook rulebook = control.rulebook();
        Alert alert = rulebook == null ? null : judge(signal, after, rulebook);
        return alert == null || alert.equals(before.alert()) ? after : after.with(alert);
    }

    private @Nullable Alert judge(AlertSignal signal, AlertMemory memory, Rulebook rulebook) {
        AlertRules rules = AlertRules.of(rulebook);
        AlertState state = AlertPolicy.bySupport(memory, rules);
        if (state == null) {
            return null;
        }
        AlertState ended = ended(signal.incidentId());
        if (ended != null && memory.alert() == null) {
            return null;
        }
        AlertState settled = ended == null || state == AlertState.RETRACTED ? state : ended;
        return AlertVersions.bySupport(
                signal, memory, settled, rules.rulebookHash(), control.now());
    }

    /** The memory as the incident's end calls for; the same when it has not ended. */
    AlertMemory follow(AlertMemory memory) {
        Alert alert = memory.alert();
        if (alert == null || alert.state() == AlertState.RETRACTED) {
            return memory;
        }
        AlertState ended = ended(alert.incidentId());
        return ended == null || ended == alert.state()
                ? memory
                : memory.with(AlertVersions.withState(alert, ended, control.now()));
    }

    private @Nullable AlertState ended(String incidentId) {
        Incident incident = control.incident(incidentId);
        return incident == null ? null : AlertPolicy.byIncident(incident, control.now());
    }
}
