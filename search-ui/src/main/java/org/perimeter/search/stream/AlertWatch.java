// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.policy.model.alert.Alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices alerts that are new or have changed. */
final class AlertWatch {

    private static final int MOST = 200;

    private final AlertStore alerts;
    private final @Nullable String incidentId;
    private final Map<String, Long> known = new HashMap<>();

    /**
     * @param incidentId whose alerts; null for those of all incidents
     */
    AlertWatch(AlertStore alerts, @Nullable String incidentId) {
        this.alerts = alerts;
        this.incidentId = incidentId;
    }

    /** Alerts that changed since those that were accepted, newest change first. */
    List<Alert> look() {
        return alerts.list(incidentId, MOST).stream()
                .filter(alert -> known.getOrDefault(alert.id(), 0L) < alert.sequence())
                .toList();
    }

    /** Takes alerts as told to the reader. */
    void accept(List<Alert> told) {
        told.forEach(alert -> known.put(alert.id(), alert.sequence()));
    }
}
