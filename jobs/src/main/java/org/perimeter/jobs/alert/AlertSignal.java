// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.alerting.AlertEvidence;

/**
 * A post begins or ceases to speak for or against alerts of an incident.
 *
 * @param incidentId the incident; the stream is partitioned by it
 * @param documentId the post
 * @param evidence what it says; null when it ceases
 */
public record AlertSignal(String incidentId, String documentId, @Nullable AlertEvidence evidence) {

    /** The post speaks, now or again. */
    public static AlertSignal of(String incidentId, AlertEvidence evidence) {
        return new AlertSignal(incidentId, evidence.documentId(), evidence);
    }

    /** The post was erased, or says nothing of the kind now. */
    public static AlertSignal withdraw(String incidentId, String documentId) {
        return new AlertSignal(incidentId, documentId, null);
    }
}
