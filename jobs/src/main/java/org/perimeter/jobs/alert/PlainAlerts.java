// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.jobs.control.ControlKind;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.alerting.AlertMemory;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.review.Reviewed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Alerts with their state in plain memory, for a passage that nothing restarts. */
public final class PlainAlerts {

    private final AlertDesk desk;
    private final Map<String, AlertMemory> memories = new HashMap<>();

    public PlainAlerts(ControlView control) {
        this.desk =
                new AlertDesk(
                        control,
                        new AlertTerms(control, now -> Map.of(), now -> TownLife.UNKNOWN, ""));
    }

    /** Hears what a post says for or against alerts; tells their new versions. */
    public void hear(AlertSignal signal, Consumer<Alert> changes) {
        AlertMemory before = memories.getOrDefault(signal.incidentId(), AlertMemory.EMPTY);
        memories.put(signal.incidentId(), told(desk.hear(signal, before), changes));
    }

    /** Time went on, or an incident or the rulebook changed: tells the new versions. */
    public void follow(ControlKind cause, Consumer<Alert> changes) {
        memories.replaceAll(
                (incidentId, before) -> told(desk.follow(incidentId, cause, before), changes));
    }

    private static AlertMemory told(Reviewed reviewed, Consumer<Alert> changes) {
        reviewed.changed().forEach(changes);
        return reviewed.memory();
    }
}
