// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.Fence;

import java.time.Instant;
import java.util.Objects;

/**
 * Why we may look, where, and until when.
 *
 * @param id {@code source:externalId}
 * @param source where it comes from ({@code manual}, {@code cad}, a file's name)
 * @param caseNumber case or computer-aided-dispatch number that justifies it; may be empty only for
 *     exercises
 * @param title a short plain name for people, without personal data
 * @param category from the closed list
 * @param priority 1 (highest) to 5
 * @param status where it stands
 * @param fence the area
 * @param openedAt when it became live; posts witnessed before it are admitted only through the
 *     rewind
 * @param updatedAt when this version was written; readers poll by (updatedAt, id)
 * @param expiresAt when it stops being live by itself (control COL-03)
 * @param closedAt when it was closed or cancelled, if it was
 * @param protectedPlace whether its fence meets a permitted assembly or a sensitive place without
 *     the approvals of control FAS-01
 * @param protectedPlaceApproved whether legal counsel and command approved such a fence
 * @param exercise whether it is a drill
 * @param version grows by one with every change; older versions are ignored
 * @param life who renewed and approved it, and what its sender stated
 */
public record Incident(
        String id,
        String source,
        String caseNumber,
        String title,
        IncidentCategory category,
        int priority,
        IncidentStatus status,
        Fence fence,
        Instant openedAt,
        Instant updatedAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        boolean protectedPlace,
        boolean protectedPlaceApproved,
        boolean exercise,
        long version,
        IncidentLife life) {

    /**
     * @throws IllegalArgumentException when the id is empty, the priority is out of 1..5, or it
     *     would expire before it opens
     */
    public Incident {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an incident needs an id");
        }
        if (priority < 1 || priority > 5) {
            throw new IllegalArgumentException("priority must be 1 to 5");
        }
        if (!expiresAt.isAfter(openedAt)) {
            throw new IllegalArgumentException("an incident must expire after it opens");
        }
        // Documents of earlier versions have none.
        life = Objects.requireNonNullElse(life, IncidentLife.NONE);
    }

    /** An incident that nobody renewed, approved or stated anything of. */
    public Incident(
            String id,
            String source,
            String caseNumber,
            String title,
            IncidentCategory category,
            int priority,
            IncidentStatus status,
            Fence fence,
            Instant openedAt,
            Instant updatedAt,
            Instant expiresAt,
            @Nullable Instant closedAt,
            boolean protectedPlace,
            boolean protectedPlaceApproved,
            boolean exercise,
            long version) {
        this(
                id,
                source,
                caseNumber,
                title,
                category,
                priority,
                status,
                fence,
                openedAt,
                updatedAt,
                expiresAt,
                closedAt,
                protectedPlace,
                protectedPlaceApproved,
                exercise,
                version,
                IncidentLife.NONE);
    }

    /** The same incident as written at another time. */
    public Incident withUpdatedAt(Instant at) {
        return new Incident(
                id,
                source,
                caseNumber,
                title,
                category,
                priority,
                status,
                fence,
                openedAt,
                at,
                expiresAt,
                closedAt,
                protectedPlace,
                protectedPlaceApproved,
                exercise,
                version,
                life);
    }

    /**
     * The same as one that is over: for those who must not collect for it and may still hold posts
     * of it.
     *
     * @param under the version that it is told under; 0 when everything shall follow it
     */
    public Incident withheldAt(Instant at, long under) {
        return new Incident(
                id,
                source,
                caseNumber,
                title,
                category,
                priority,
                IncidentStatus.CLOSED,
                fence,
                openedAt,
                updatedAt,
                expiresAt,
                closedAt == null ? at : closedAt,
                protectedPlace,
                protectedPlaceApproved,
                exercise,
                under,
                life);
    }

    /** Whether the incident is active and unexpired at the given instant. */
    public boolean isLive(Instant at) {
        return status == IncidentStatus.ACTIVE && at.isBefore(expiresAt);
    }
}
