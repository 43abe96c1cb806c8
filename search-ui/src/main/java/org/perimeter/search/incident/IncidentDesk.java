// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.life.IncidentCommand;
import org.perimeter.policy.rules.life.IncidentRules;
import org.perimeter.policy.rules.life.IncidentStep;
import org.perimeter.search.access.Grant;
import org.perimeter.search.api.error.ApiException;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks {@link IncidentRules} what becomes of a command and writes the change, each into the ledger
 * first.
 */
final class IncidentDesk {

    /** How often a command is decided anew because somebody else changed the incident meanwhile. */
    private static final int MOST_TRIES = 5;

    private final IncidentStore incidents;
    private final IncidentPayload payload;
    private final Clock clock;

    IncidentDesk(IncidentStore incidents, IncidentPayload payload, Clock clock) {
        this.incidents = incidents;
        this.payload = payload;
        this.clock = clock;
    }

    /**
     * Carries a command out.
     *
     * @param id of the incident
     * @param rulebook in force; null when there is none
     * @param details what the ledger keeps beside the incident itself
     * @return what became of it; a change is written then
     */
    IncidentStep apply(
            String id,
            IncidentCommand command,
            @Nullable Rulebook rulebook,
            Map<String, String> details,
            Grant grant) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Incident before = incidents.find(id).orElse(null);
            IncidentStep step = IncidentRules.next(before, command, rulebook, clock.instant());
            if (!(step instanceof IncidentStep.Changed changed)) {
                return step;
            }
            Map<String, Object> told = details(changed.incident());
            details.forEach(told::putIfAbsent);
            grant.record(typeOf(changed.kind()), told);
            if (incidents.put(changed.incident())) {
                return step;
            }
        }
        throw ApiException.of(409, "others keep changing this incident; try again");
    }

    private static LedgerEntryType typeOf(IncidentStep.Kind kind) {
        return switch (kind) {
            case PROPOSED, UPDATED, RENEWED, APPROVED -> LedgerEntryType.INCIDENT_UPDATE;
            case OPENED -> LedgerEntryType.INCIDENT_OPEN;
            case ENDED -> LedgerEntryType.INCIDENT_CLOSE;
        };
    }

    private Map<String, Object> details(Incident incident) {
        Map<String, Object> details = new HashMap<>(payload.members(incident));
        details.put("caseNumber", incident.caseNumber());
        details.put("category", incident.category().name());
        details.put("openedAt", incident.openedAt().toString());
        details.put("exercise", incident.exercise());
        details.put("renewals", Integer.toString(incident.life().renewals().size()));
        details.put("protectedPlace", incident.protectedPlace());
        details.put("approved", incident.protectedPlaceApproved());
        details.put("reopens", incident.life().reopens());
        return details;
    }
}
