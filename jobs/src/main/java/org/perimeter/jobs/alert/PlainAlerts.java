// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.model.alert.Alert;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Alerts with their state in plain memory, for a passage that nothing restarts. */
public final class PlainAlerts {

    private final AlertDesk desk;
    private final Map<String, AlertMemory> memories = new HashMap<>();

    public PlainAlerts(ControlView control) {
        this.desk = new AlertDesk(control);
    }

    /**
     * Hears what a post says for or against an alert; tells a new version of it, if there is one.
     */
    public void hear(AlertSignal signal, Consumer<Alert> changes) {
        AlertMemory before = memories.getOrDefault(signal.key(), AlertMemory.EMPTY);
        AlertMemory after = desk.hear(signal, before);
        memories.put(signal.key(), after);
        tell(before, after, changes);
    }

    /** Time went on or an incident changed: tells the new versions. */
    public void follow(Consumer<Alert> changes) {
        memories.replaceAll(
                (key, before) -> {
                    AlertMemory after = desk.follow(before);
                    tell(before, after, changes);
                    return after;
                });
    }

    private static void tell(AlertMemory before, AlertMemory after, Consumer<Alert> changes) {
        Alert alert = after.alert();
        if (alert != null && !Objects.equals(alert, before.alert())) {
            changes.accept(alert);
        }
    }
}
