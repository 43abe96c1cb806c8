// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.search.access.Grant;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Writes incidents, each change into the ledger first. */
final class IncidentDesk {

    private final IncidentStore incidents;
    private final Clock clock;

    IncidentDesk(IncidentStore incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * Writes an incident that policy accepted.
     *
     * @return whether it was written; false when the stored version is the same or newer
     */
    boolean write(Incident incident, Grant grant) {
        @Nullable Incident before = incidents.find(incident.id()).orElse(null);
        if (before != null && before.version() >= incident.version()) {
            return false;
        }
        grant.record(typeOf(before, incident), details(incident));
        return incidents.put(
                stamped(incident, incident.status(), incident.closedAt(), incident.version()));
    }

    /**
     * Closes an incident; closing one that is over already changes nothing.
     *
     * @return the incident as it is stored then
     */
    Incident close(Incident incident, String reason, Grant grant) {
        if (isOver(incident)) {
            return incident;
        }
        Instant now = clock.instant();
        Incident closed =
                stamped(
                        incident,
                        IncidentStatus.CLOSED,
                        now,
                        Math.max(incident.version() + 1, now.toEpochMilli()));
        Map<String, Object> details = details(closed);
        details.put("reason", reason);
        grant.record(LedgerEntryType.INCIDENT_CLOSE, details);
        return incidents.put(closed) ? closed : incidents.find(incident.id()).orElse(closed);
    }

    /** Readers poll by the time of writing, whatever time the sender states. */
    private Incident stamped(
            Incident incident, IncidentStatus status, @Nullable Instant closedAt, long version) {
        return new Incident(
                incident.id(),
                incident.source(),
                incident.caseNumber(),
                incident.title(),
                incident.category(),
                incident.priority(),
                status,
                incident.fence(),
                incident.openedAt(),
                clock.instant(),
                incident.expiresAt(),
                closedAt,
                incident.protectedPlace(),
                incident.protectedPlaceApproved(),
                incident.exercise(),
                version);
    }

    private static LedgerEntryType typeOf(@Nullable Incident before, Incident after) {
        if (before == null && !isOver(after)) {
            return LedgerEntryType.INCIDENT_OPEN;
        }
        return isOver(after) && (before == null || !isOver(before))
                ? LedgerEntryType.INCIDENT_CLOSE
                : LedgerEntryType.INCIDENT_UPDATE;
    }

    private static boolean isOver(Incident incident) {
        return incident.status() == IncidentStatus.CLOSED
                || incident.status() == IncidentStatus.CANCELLED;
    }

    private static Map<String, Object> details(Incident incident) {
        Map<String, Object> details = new HashMap<>();
        details.put("incident", incident.id());
        details.put("caseNumber", incident.caseNumber());
        details.put("category", incident.category().name());
        details.put("status", incident.status().name());
        details.put("openedAt", incident.openedAt().toString());
        details.put("expiresAt", incident.expiresAt().toString());
        details.put("exercise", incident.exercise());
        details.put("version", Long.toString(incident.version()));
        return details;
    }
}
