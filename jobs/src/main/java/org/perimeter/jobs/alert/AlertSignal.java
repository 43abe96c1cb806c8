// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

/**
 * A post begins or ceases to speak for an alert.
 *
 * @param key incident, kind and category; the stream is partitioned by it
 * @param incidentId the incident
 * @param kind report or threat
 * @param category what is said to happen
 * @param documentId the post
 * @param support what it says; null when it ceases
 */
public record AlertSignal(
        String key,
        String incidentId,
        ThreatKind kind,
        IncidentCategory category,
        String documentId,
        @Nullable AlertSupport support) {

    /** The post speaks for it, now or again. */
    public static AlertSignal support(
            String incidentId, ThreatKind kind, IncidentCategory category, AlertSupport support) {
        return new AlertSignal(
                key(incidentId, kind, category),
                incidentId,
                kind,
                category,
                support.documentId(),
                support);
    }

    /** The post was erased, or says something else now. */
    public static AlertSignal withdraw(
            String incidentId, ThreatKind kind, IncidentCategory category, String documentId) {
        return new AlertSignal(
                key(incidentId, kind, category), incidentId, kind, category, documentId, null);
    }

    private static String key(String incidentId, ThreatKind kind, IncidentCategory category) {
        return kind + "|" + category + "|" + incidentId;
    }
}
