// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Instant;

/**
 * One change of what governs the flow.
 *
 * @param kind which of the components below is set
 * @param at wall clock when it was read
 * @param ledgerDrainedAt for a tick: when the inbox was last drained, as far as is known; null for
 *     never
 * @param retentionDoneAt for a tick: when retention last did all that was due; null for never
 * @param rulebook the current rulebook
 * @param incident the incident as it now is
 * @param authorDelete the delete of an account
 */
public record ControlUpdate(
        ControlKind kind,
        Instant at,
        @Nullable Instant ledgerDrainedAt,
        @Nullable Instant retentionDoneAt,
        @Nullable SignedRulebook rulebook,
        @Nullable Incident incident,
        @Nullable PostEvent authorDelete) {

    /** The wall clock, and the heartbeats of ledger and retention. */
    public static ControlUpdate tick(
            Instant at, @Nullable Instant ledgerDrainedAt, @Nullable Instant retentionDoneAt) {
        return new ControlUpdate(
                ControlKind.TICK, at, ledgerDrainedAt, retentionDoneAt, null, null, null);
    }

    /** A rulebook that nobody has verified yet. */
    public static ControlUpdate rulebook(Instant at, SignedRulebook rulebook) {
        return new ControlUpdate(ControlKind.RULEBOOK, at, null, null, rulebook, null, null);
    }

    /** An incident. */
    public static ControlUpdate incident(Instant at, Incident incident) {
        return new ControlUpdate(ControlKind.INCIDENT, at, null, null, null, incident, null);
    }

    /** A deleted account; the time is the platform's. */
    public static ControlUpdate authorDeleted(PostEvent event) {
        return new ControlUpdate(
                ControlKind.AUTHOR_DELETED, event.witnessedAt(), null, null, null, null, event);
    }
}
