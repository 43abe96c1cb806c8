// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where processes that are not the sequencer hand in their audit events. Drafts are numbered per
 * producer; the sequencer keeps a high-water mark per producer, appends in order, then deletes.
 */
public interface LedgerInbox {

    /** Hands drafts in; a draft with the same producer and sequence is written once. */
    CompletionStage<List<WriteOutcome>> write(List<LedgerDraft> drafts);

    /** Waiting drafts ordered by (producer, sequence), at most {@code limit}, read fresh. */
    List<LedgerDraft> waiting(int limit);

    /** Deletes drafts that are in the ledger. */
    void remove(List<LedgerDraft> drafts);

    /** Says that the inbox was drained at this instant. */
    void heartbeat(Instant drainedAt);

    /** When the inbox was last drained, read in real time; empty before the first time. */
    Optional<Instant> lastDrained();
}
