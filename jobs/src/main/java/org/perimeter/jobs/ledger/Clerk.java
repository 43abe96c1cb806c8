// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * Hands drafts of one loop outside the graph to the ledger's inbox, one at a time, numbered from 1
 * without gaps. When the fate of one is unknown the numbers start again under a new name, so that
 * none ever stands for two drafts.
 */
public final class Clerk {

    private final LedgerInbox inbox;
    private final String name;
    private String producer;
    private long next = 1;

    /**
     * @param name begins the name of every producer that this clerk stands for
     */
    public Clerk(LedgerInbox inbox, String name) {
        this.inbox = inbox;
        this.name = name;
        this.producer = newProducer();
    }

    private String newProducer() {
        return name + "-" + UUID.randomUUID();
    }

    /**
     * Hands a draft in.
     *
     * @throws StoreException when the inbox does not take it, or may have taken it unheard
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
        boolean isIn = false;
        try {
            requireTaken(write(numbered));
            isIn = true;
            next++;
        } finally {
            if (!isIn) {
                producer = newProducer();
                next = 1;
            }
        }
    }

    private static void requireTaken(WriteOutcome outcome) {
        if (outcome.result() == WriteOutcome.Result.RETRY
                || outcome.result() == WriteOutcome.Result.POISON) {
            throw new StoreException(
                    "the ledger inbox does not take a draft: " + outcome.detail(),
                    outcome.result() == WriteOutcome.Result.RETRY,
                    null);
        }
    }

    private WriteOutcome write(LedgerDraft draft) {
        try {
            return inbox.write(List.of(draft)).toCompletableFuture().join().get(0);
        } catch (CompletionException e) {
            throw new StoreException("the ledger inbox cannot be reached", true, e);
        }
    }
}
