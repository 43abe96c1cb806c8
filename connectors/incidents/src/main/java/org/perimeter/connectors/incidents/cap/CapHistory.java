// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import org.perimeter.policy.model.incident.Incident;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which incident each alert belonged to, so that an update or a cancellation finds it again; the
 * last thousand alerts are remembered. Safe for use by several threads.
 */
public final class CapHistory {

    private static final int MOST = 1000;

    private final Function<String, Optional<Incident>> incidents;

    /** Incident ids by the key of each alert that was accepted. */
    private final Map<String, String> alerts =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * @param incidents finds an incident by its id
     */
    public CapHistory(Function<String, Optional<Incident>> incidents) {
        this.incidents = incidents;
    }

    /** The incident with that id, as it stands now. */
    Optional<Incident> find(String incidentId) {
        return incidents.apply(incidentId);
    }

    /** The incident that the alert was accepted for; empty when it is not remembered. */
    synchronized Optional<String> incidentOf(String source, String alertKey) {
        return Optional.ofNullable(alerts.get(source + ":" + alertKey));
    }

    synchronized void remember(String source, String alertKey, String incidentId) {
        alerts.put(source + ":" + alertKey, incidentId);
    }
}
