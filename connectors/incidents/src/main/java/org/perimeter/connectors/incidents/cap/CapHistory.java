// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import org.perimeter.policy.model.incident.IncidentStatement;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which incident each alert belonged to, so that an update or a cancellation finds it again, and
 * which alerts were cancelled before they came, so that they open nothing when they do; the last
 * thousand of both are remembered. Safe for use by several threads.
 */
public final class CapHistory {

    private static final int MOST = 1000;

    private final Function<String, Optional<IncidentStatement>> incidents;

    /** Incident ids by the key of each alert that was accepted. */
    private final Map<String, String> alerts = new LatestEntries<>(MOST);

    /** Keys of alerts that were cancelled before they came. */
    private final Map<String, Boolean> cancelled = new LatestEntries<>(MOST);

    /**
     * @param incidents finds what was said last of an incident, by its id
     */
    public CapHistory(Function<String, Optional<IncidentStatement>> incidents) {
        this.incidents = incidents;
    }

    /** What was said last of the incident with that id. */
    Optional<IncidentStatement> find(String incidentId) {
        return incidents.apply(incidentId);
    }

    /** The incident that the alert was accepted for; empty when it is not remembered. */
    synchronized Optional<String> incidentOf(String source, String alertKey) {
        return Optional.ofNullable(alerts.get(source + ":" + alertKey));
    }

    synchronized void remember(String source, String alertKey, String incidentId) {
        alerts.put(source + ":" + alertKey, incidentId);
    }

    /** The alert is not known here and shall open nothing when it comes. */
    synchronized void cancelUnseen(String source, String alertKey) {
        cancelled.put(source + ":" + alertKey, true);
    }

    /** Whether the alert was cancelled before it came. */
    synchronized boolean isCancelledUnseen(String source, String alertKey) {
        return cancelled.containsKey(source + ":" + alertKey);
    }
}
