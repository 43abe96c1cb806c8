// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.CollectionGate;
import org.perimeter.policy.rules.CollectionInput;

/** Asks the collection gate about every event, and counts the answer. */
public final class CollectionDesk {

    private final ControlView control;
    private final Tally tally;

    public CollectionDesk(ControlView control, Tally tally) {
        this.control = control;
        this.tally = tally;
    }

    /** Whether the post that the event brings may be read; a delete brings none. */
    public boolean collects(PostEvent event) {
        if (event.operation() != PostOperation.UPSERT) {
            tally.add("deletesAsked");
            return false;
        }
        PolicyDecision decision = decide(event.source(), event.network());
        tally.add("seen");
        tally.decided("gate", decision);
        return decision.allows();
    }

    /** What the gate would say to a post of an approved source: whether it watches at all. */
    public PolicyDecision state() {
        Rulebook rulebook = control.rulebook();
        if (rulebook == null) {
            return decide("", null);
        }
        return rulebook.sources().stream()
                .filter(source -> source.isUsable(control.now()))
                .findFirst()
                .map(source -> decide(source.id(), null))
                .orElseGet(() -> decide("", null));
    }

    /** What the gate says to a post of a source. */
    private PolicyDecision decide(String source, @Nullable String network) {
        return CollectionGate.decide(
                new CollectionInput(
                        source,
                        network,
                        control.now(),
                        control.rulebook(),
                        control.rulebookStatus(),
                        control.anyLive(),
                        control.ledgerDrainedAt(),
                        control.retentionDoneAt()));
    }
}
