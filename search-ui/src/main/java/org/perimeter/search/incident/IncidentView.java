// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;

import java.time.Instant;

/**
 * An incident as the API shows it.
 *
 * @param id {@code source:externalId}
 * @param live whether posts around it may be collected at the moment of the answer
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
        long version) {

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
                incident.version());
    }
}
