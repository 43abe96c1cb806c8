// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.model.decision.PolicyDecision;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The admission gate with its state in plain memory, for a passage that nothing restarts. */
public final class PlainAdmission {

    private final LastDecision last = new LastDecision();
    private final PlainHeldPosts held = new PlainHeldPosts();
    private final AdmissionDesk desk;

    public PlainAdmission(ControlView control, CloseStation closely, Keyring keyring, Tally tally) {
        this.desk = new AdmissionDesk(control, closely, keyring, held, last, tally);
    }

    /**
     * Does what a candidate asks for.
     *
     * @return what the gate decided; null when it was not asked
     */
    public @Nullable PolicyDecision serve(
            Candidate candidate,
            Instant now,
            Consumer<PostWrite> writes,
            Consumer<AlertSignal> signals)
            throws Exception {
        last.decision = null;
        desk.serve(candidate, now, new DeskOutput(writes, signals, letter -> {}));
        return last.decision;
    }

    /** Ids of the incidents that were given a post so far. */
    public List<String> incidents() {
        return held.incidents();
    }

    /** Keeps the newest decision; there is no ledger to tell. */
    private static final class LastDecision implements AdmissionNotes {

        private @Nullable PolicyDecision decision;

        @Override
        public void decided(PolicyDecision newest, boolean waited) {
            decision = newest;
        }

        @Override
        public void stored(String documentId) {}

        @Override
        public void erased(String documentId) {}
    }
}
