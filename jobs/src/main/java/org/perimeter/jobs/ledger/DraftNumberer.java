// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gives drafts their producer and their number, and keeps them until the next checkpoint. */
final class DraftNumberer
        implements CommittingSinkWriter<LedgerDraft, LedgerDraft>,
                StatefulSinkWriter<LedgerDraft, DraftNumbers> {

    private final String producer;
    private final List<LedgerDraft> pending = new ArrayList<>();
    private final Holding holding;
    private final Runnable atEnd;
    private long next;

    /**
     * @param holding hears of each draft and each checkpoint
     * @param atEnd runs when this writer is closed
     */
    DraftNumberer(DraftNumbers numbers, Holding holding, Runnable atEnd) {
        this.holding = holding;
        this.atEnd = atEnd;
        this.producer = numbers.producer();
        this.next = numbers.next();
    }

    @Override
    public void write(LedgerDraft draft, Context context) {
        holding.wrote(draft.at());
        pending.add(
                new LedgerDraft(
                        producer,
                        next++,
                        draft.type(),
                        draft.at(),
                        draft.ruleId(),
                        draft.rulebookHash(),
                        draft.outcome(),
                        draft.actor(),
                        draft.payload()));
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public Collection<LedgerDraft> prepareCommit() {
        List<LedgerDraft> ready = List.copyOf(pending);
        pending.clear();
        holding.closed(next - 1);
        return ready;
    }

    @Override
    public List<DraftNumbers> snapshotState(long checkpointId) {
        return List.of(new DraftNumbers(producer, next));
    }

    @Override
    public void close() {
        atEnd.run();
    }
}
