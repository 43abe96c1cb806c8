// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.Fence;

import java.time.Instant;

/**
 * What a sender says of an incident. It is a claim: what becomes of it, above all of its times, is
 * decided by {@code policy.rules.life.IncidentRules}.
 *
 * @param id {@code source:externalId}
 * @param source where it comes from
 * @param caseNumber case or computer-aided-dispatch number; may be empty only for exercises
 * @param title a short plain name
 * @param category what it is about
 * @param priority 1 (highest) to 5
 * @param status what the sender says that it is
 * @param fence the area
 * @param protectedPlace whether the sender says that the fence needs approvals; false says nothing
 * @param exercise whether it is a drill
 * @param times what the sender says of time
 * @param motive why, and who answers for it
 */
public record IncidentStatement(
        String id,
        String source,
        String caseNumber,
        String title,
        IncidentCategory category,
        int priority,
        IncidentStatus status,
        Fence fence,
        boolean protectedPlace,
        boolean exercise,
        Times times,
        Motive motive) {

    /**
     * @throws IllegalArgumentException when the id is empty or the priority is out of 1..5
     */
    public IncidentStatement {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an incident needs an id");
        }
        if (priority < 1 || priority > 5) {
            throw new IllegalArgumentException("priority must be 1 to 5");
        }
    }

    /** The same statement with another status. */
    public IncidentStatement withStatus(IncidentStatus other) {
        return new IncidentStatement(
                id,
                source,
                caseNumber,
                title,
                category,
                priority,
                other,
                fence,
                protectedPlace,
                exercise,
                times,
                motive);
    }

    /** The same statement with other times. */
    public IncidentStatement withTimes(Times other) {
        return new IncidentStatement(
                id,
                source,
                caseNumber,
                title,
                category,
                priority,
                status,
                fence,
                protectedPlace,
                exercise,
                other,
                motive);
    }

    /** What was said last of an incident. */
    public static IncidentStatement of(Incident incident) {
        IncidentLife life = incident.life();
        return new IncidentStatement(
                incident.id(),
                incident.source(),
                incident.caseNumber(),
                incident.title(),
                incident.category(),
                incident.priority(),
                incident.status(),
                incident.fence(),
                incident.protectedPlace(),
                incident.exercise(),
                new Times(life.statedOpenedAt(), life.statedExpiresAt(), life.revision()),
                Motive.NONE);
    }

    /**
     * What a sender says of time.
     *
     * @param openedAt when it began; null when nothing is said
     * @param expiresAt when it should end by itself; null when nothing is said
     * @param revision the sender's own count of its statements: its version, or the time of its
     *     update in milliseconds; 0 when nothing is said
     */
    public record Times(@Nullable Instant openedAt, @Nullable Instant expiresAt, long revision) {

        /** Nothing is said. */
        public static final Times NONE = new Times(null, null, 0);
    }

    /**
     * Why a sender states it, where a rule asks for that.
     *
     * @param reason why the fence grows, or is still needed; empty when none is given
     * @param supervisor who answers for a renewal; empty when nobody does
     * @param reopens id of the incident that this one takes up again; empty when none
     */
    public record Motive(String reason, String supervisor, String reopens) {

        /** Nothing is said. */
        public static final Motive NONE = new Motive("", "", "");
    }
}
