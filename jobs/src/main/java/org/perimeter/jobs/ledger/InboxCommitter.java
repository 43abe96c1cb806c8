// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.apache.flink.api.connector.sink2.Committer;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.jobs.retry.BackOff;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Puts numbered drafts into the inbox, in order. What the inbox does not take now stays in the
 * job's state and is handed in again; an audit event is never given up.
 */
final class InboxCommitter implements Committer<LedgerDraft> {

    private static final Logger LOGGER = LoggerFactory.getLogger(InboxCommitter.class);

    private final Stores stores;
    private final BackOff backOff = BackOff.ofStore();
    private final Semaphore never = new Semaphore(0);

    InboxCommitter(Stores stores) {
        this.stores = stores;
    }

    /**
     * @throws IOException when the inbox refuses a draft for good; the job then stops rather than
     *     going on unaudited
     */
    @Override
    public void commit(Collection<CommitRequest<LedgerDraft>> requests)
            throws IOException, InterruptedException {
        List<CommitRequest<LedgerDraft>> ordered = new ArrayList<>(requests);
        ordered.sort(Comparator.comparingLong(request -> request.getCommittable().sequence()));
        List<LedgerDraft> drafts = ordered.stream().map(CommitRequest::getCommittable).toList();
        List<WriteOutcome> outcomes;
        try {
            outcomes = stores.ledgerInbox().write(drafts).toCompletableFuture().join();
        } catch (StoreException | CompletionException e) {
            LOGGER.atWarn().addKeyValue("drafts", drafts.size()).log("ledger inbox not reachable");
            retry(ordered);
            return;
        }
        List<CommitRequest<LedgerDraft>> again = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            WriteOutcome.Result result = outcomes.get(i).result();
            if (result == WriteOutcome.Result.POISON) {
                throw new IOException(
                        "the ledger inbox refuses a draft: " + outcomes.get(i).detail());
            }
            if (result == WriteOutcome.Result.RETRY) {
                again.add(ordered.get(i));
            }
        }
        if (again.isEmpty() && !isTold(drafts)) {
            again.addAll(ordered);
        }
        retry(again);
    }

    /** Whether the watch knows by now how far each producer is; else collection would stay shut. */
    private boolean isTold(List<LedgerDraft> ordered) {
        Map<String, Long> last = new HashMap<>();
        ordered.forEach(draft -> last.put(draft.producer(), draft.sequence()));
        try {
            last.forEach(stores.ledgerWatch()::handedIn);
            return true;
        } catch (StoreException e) {
            LOGGER.atWarn().addKeyValue("retryable", e.retryable()).log("drafts in, not told");
            return false;
        }
    }

    /** Waits before asking Flink to commit again, because Flink itself does not wait. */
    private void retry(List<CommitRequest<LedgerDraft>> again) throws InterruptedException {
        if (again.isEmpty()) {
            backOff.succeeded();
            return;
        }
        boolean unused = never.tryAcquire(backOff.failed().toMillis(), TimeUnit.MILLISECONDS);
        again.forEach(CommitRequest::retryLater);
    }

    @Override
    public void close() {
        stores.close();
    }
}
