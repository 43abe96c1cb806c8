// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Approval;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentLife;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.incident.Renewal;
import org.perimeter.policy.model.place.Fence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The next version of an incident while it is being written; not for more than one thread. */
final class IncidentDraft {

    private final String id;
    private final String source;
    private final boolean exercise;
    private final String reopens;
    private final List<Renewal> renewals = new ArrayList<>();
    private final List<Approval> approvals = new ArrayList<>();
    private final long before;
    private final Instant updatedAt;
    private IncidentStatus status = IncidentStatus.PENDING;
    private Instant openedAt;
    private Instant expiresAt;
    private @Nullable Instant closedAt;
    private String caseNumber;
    private String title;
    private IncidentCategory category;
    private int priority;
    private Fence fence;
    private boolean protectedPlace;
    private boolean requested;
    private boolean stated = true;
    private long revision;
    private @Nullable Instant statedOpenedAt;
    private @Nullable Instant statedExpiresAt;

    /** A first version; its times are still to be set. */
    IncidentDraft(IncidentStatement statement, Instant now) {
        this.id = statement.id();
        this.source = statement.source();
        this.exercise = statement.exercise();
        this.reopens = statement.motive().reopens();
        this.before = 0;
        this.caseNumber = statement.caseNumber();
        this.title = statement.title();
        this.category = statement.category();
        this.priority = statement.priority();
        this.fence = statement.fence();
        this.openedAt = now;
        this.expiresAt = now;
        this.updatedAt = now;
        take(statement);
    }

    /** The version after the given one. */
    IncidentDraft(Incident incident, Instant now) {
        this.id = incident.id();
        this.source = incident.source();
        this.exercise = incident.exercise();
        this.before = incident.version();
        this.caseNumber = incident.caseNumber();
        this.title = incident.title();
        this.category = incident.category();
        this.priority = incident.priority();
        this.fence = incident.fence();
        this.status = incident.status();
        this.openedAt = incident.openedAt();
        this.expiresAt = incident.expiresAt();
        this.closedAt = incident.closedAt();
        this.protectedPlace = incident.protectedPlace();
        IncidentLife life = incident.life();
        this.reopens = life.reopens();
        this.requested = life.requested();
        this.stated = life.stated();
        this.revision = life.revision();
        this.statedOpenedAt = life.statedOpenedAt();
        this.statedExpiresAt = life.statedExpiresAt();
        renewals.addAll(life.renewals());
        approvals.addAll(life.approvals());
        // Readers poll by this time, so that it never runs back when the clock does.
        this.updatedAt = incident.updatedAt().isAfter(now) ? incident.updatedAt() : now;
    }

    /** Takes over all that a sender may decide. */
    void take(IncidentStatement statement) {
        caseNumber = statement.caseNumber().isEmpty() ? caseNumber : statement.caseNumber();
        title = statement.title();
        category = statement.category();
        priority = statement.priority();
        fence = statement.fence();
        protectedPlace |= statement.protectedPlace();
        requested = statement.status() == IncidentStatus.ACTIVE;
        remember(statement);
    }

    /** Remembers whether a sender's statement or a person's command led to this version. */
    IncidentDraft stated(boolean byStatement) {
        stated = byStatement;
        return this;
    }

    /** Keeps what was said of time, without believing it. */
    void remember(IncidentStatement statement) {
        IncidentStatement.Times times = statement.times();
        revision = Math.max(revision, times.revision());
        statedOpenedAt = times.openedAt() == null ? statedOpenedAt : times.openedAt();
        statedExpiresAt = times.expiresAt() == null ? statedExpiresAt : times.expiresAt();
    }

    /** Makes it live, or only proposes it while approvals are missing or nobody wants it live. */
    void open(Instant opened, Instant expires) {
        openedAt = opened;
        expiresAt = expires;
        status = requested && isFree() ? IncidentStatus.ACTIVE : IncidentStatus.PENDING;
    }

    /** Sets when it ends by itself. */
    void until(Instant expires) {
        expiresAt = expires;
    }

    /** Ends it. */
    void end(IncidentStatus over, Instant at) {
        status = over;
        closedAt = at;
    }

    void add(Renewal renewal) {
        renewals.add(renewal);
    }

    void add(Approval approval) {
        approvals.add(approval);
    }

    /** What was approved is not what is there now. */
    void dropApprovals() {
        approvals.clear();
    }

    private boolean isFree() {
        return !protectedPlace || life().fullyApproved();
    }

    private IncidentLife life() {
        return new IncidentLife(
                renewals,
                approvals,
                requested,
                stated,
                revision,
                statedOpenedAt,
                statedExpiresAt,
                reopens);
    }

    /** The new version; the caller has seen to it that there is one more. */
    Incident build() {
        return build(Math.addExact(before, 1));
    }

    /** Whether anything but version and time of writing is other than in the incident. */
    boolean differsFrom(Incident incident) {
        return !build(incident.version()).withUpdatedAt(incident.updatedAt()).equals(incident);
    }

    /** The draft under a version that was reached in the same step. */
    Incident build(long version) {
        IncidentLife life = life();
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
                updatedAt,
                expiresAt,
                closedAt,
                protectedPlace,
                protectedPlace && life.fullyApproved(),
                exercise,
                version,
                life);
    }
}
