// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where processes that are not the sequencer hand in their audit events. A draft is known by its
 * content (see {@link org.perimeter.policy.ledger.DraftId}). The sequencer appends, per producer in
 * the order of the numbers, then acknowledges.
 */
public interface LedgerInbox {

    /**
     * Hands drafts in. One that says the same as another is written once; two that bear the same
     * number and say different things both wait.
     */
    CompletionStage<List<WriteOutcome>> write(List<LedgerDraft> drafts);

    /** Waiting drafts ordered by (producer, sequence, time), at most {@code limit}, read fresh. */
    List<LedgerDraft> waiting(int limit);

    /**
     * Takes away drafts that are in the ledger. A draft without a number that is handed in again
     * afterwards does not wait again, until {@link #forget}.
     *
     * @param at when they were found in the ledger
     */
    void acknowledge(List<LedgerDraft> drafts, Instant at);

    /** Forgets which drafts without a number were acknowledged before an instant. */
    void forget(Instant before);

    /** Says that the inbox was drained at this instant. */
    void heartbeat(Instant drainedAt);

    /** When the inbox was last drained, read in real time; empty before the first time. */
    Optional<Instant> lastDrained();
}
