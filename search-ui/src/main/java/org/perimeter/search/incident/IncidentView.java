// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Approval;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.incident.Renewal;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.rules.life.IncidentRules;

import java.time.Instant;
import java.util.List;

/**
 * An incident as the API shows it.
 *
 * @param id {@code source:externalId}
 * @param live whether posts around it may be collected at the moment of the answer
 * @param renewals of its fence so far, and how many are left
 * @param approvals of its fence, where it needs any
 * @param reopens id of the incident that it takes up again; empty when none
 */
public record IncidentView(
        String id,
        String source,
        String caseNumber,
        String title,
        IncidentCategory category,
        int priority,
        IncidentStatus status,
        boolean live,
        Fence fence,
        Instant openedAt,
        Instant updatedAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        boolean protectedPlace,
        boolean protectedPlaceApproved,
        boolean exercise,
        long version,
        List<Renewal> renewals,
        int renewalsLeft,
        List<Approval> approvals,
        String reopens) {

    public IncidentView {
        renewals = List.copyOf(renewals);
        approvals = List.copyOf(approvals);
    }

    /** The incident as it stands at the given instant. */
    public static IncidentView of(Incident incident, Instant now) {
        return new IncidentView(
                incident.id(),
                incident.source(),
                incident.caseNumber(),
                incident.title(),
                incident.category(),
                incident.priority(),
                incident.status(),
                incident.isLive(now),
                incident.fence(),
                incident.openedAt(),
                incident.updatedAt(),
                incident.expiresAt(),
                incident.closedAt(),
                incident.protectedPlace(),
                incident.protectedPlaceApproved(),
                incident.exercise(),
                incident.version(),
                incident.life().renewals(),
                Math.max(0, IncidentRules.MOST_RENEWALS - incident.life().renewals().size()),
                incident.life().approvals(),
                incident.life().reopens());
    }
}
