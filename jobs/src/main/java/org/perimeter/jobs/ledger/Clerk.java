// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Hands drafts of one loop outside the graph to the ledger's inbox, one at a time, numbered from 1
 * without gaps: a number is used up only when its draft is in.
 */
public final class Clerk {

    private final LedgerInbox inbox;
    private final String producer;
    private long next = 1;

    /**
     * @param producer unique to this run of the process
     */
    public Clerk(LedgerInbox inbox, String producer) {
        this.inbox = inbox;
        this.producer = producer;
    }

    /**
     * Hands a draft in.
     *
     * @throws StoreException when the inbox does not take it; nothing is lost but this attempt
     */
    public synchronized void hand(LedgerDraft draft) {
        LedgerDraft numbered =
                new LedgerDraft(
                        producer,
                        next,
                        draft.type(),
                        draft.at(),
                        draft.ruleId(),
                        draft.rulebookHash(),
                        draft.outcome(),
                        draft.actor(),
                        draft.payload());
        WriteOutcome outcome = write(numbered);
        if (outcome.result() == WriteOutcome.Result.RETRY
                || outcome.result() == WriteOutcome.Result.POISON) {
            throw new StoreException(
                    "the ledger inbox does not take a draft: " + outcome.detail(),
                    outcome.result() == WriteOutcome.Result.RETRY,
                    null);
        }
        next++;
    }

    private WriteOutcome write(LedgerDraft draft) {
        try {
            return inbox.write(List.of(draft)).toCompletableFuture().join().get(0);
        } catch (CompletionException e) {
            throw new StoreException("the ledger inbox cannot be reached", true, e);
        }
    }
}
