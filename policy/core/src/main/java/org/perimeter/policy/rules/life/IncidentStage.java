// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import org.perimeter.policy.model.incident.Incident;

import java.time.Instant;

/** Where an incident stands in its life at one instant. */
public enum IncidentStage {
    /** Known, but never live yet: stated as pending, or waiting for approvals. */
    PROPOSED,
    /** Live in its first hours. */
    LIVE,
    /** Live because a supervisor renewed it. */
    RENEWED,
    /** Over, but its posts still rest until retention takes them. */
    CLOSING,
    /** Over, and nothing of it may rest any more. */
    CLOSED,
    /** Never was, or was a mistake. */
    CANCELLED,
    /** Over because its time was up. */
    EXPIRED;

    /**
     * The stage of an incident.
     *
     * @param dueAt when its posts must be gone
     */
    public static IncidentStage of(Incident incident, Instant dueAt, Instant now) {
        return switch (incident.status()) {
            case PENDING -> PROPOSED;
            case CANCELLED -> CANCELLED;
            case CLOSED -> now.isBefore(dueAt) ? CLOSING : CLOSED;
            case ACTIVE -> ofActive(incident, now);
        };
    }

    private static IncidentStage ofActive(Incident incident, Instant now) {
        if (!now.isBefore(incident.expiresAt())) {
            return EXPIRED;
        }
        return incident.life().renewals().isEmpty() ? LIVE : RENEWED;
    }

    /** Whether the incident never lives again from here. */
    public boolean isOver() {
        return this != PROPOSED && this != LIVE && this != RENEWED;
    }
}
