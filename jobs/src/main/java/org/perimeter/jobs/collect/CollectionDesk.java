// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.ingest.FreshEvent;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;
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

    /** The event behind the gate; null when it goes no further. */
    public @Nullable Collected serve(FreshEvent fresh) {
        PostEvent event = fresh.event();
        if (event.operation() != PostOperation.UPSERT) {
            tally.add("deletesAsked");
            return new Collected(event, true, false);
        }
        PolicyDecision decision = decide(control, event.source(), event.network());
        tally.add("seen");
        tally.decided("gate", decision);
        if (decision.allows()) {
            return new Collected(event, fresh.edit(), true);
        }
        // What the author changed must not stay as it was, even if the new text is not read.
        return fresh.edit() ? new Collected(event, true, false) : null;
    }

    /** What the gate says to a post of a source. */
    static PolicyDecision decide(ControlView control, String source, @Nullable String network) {
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
