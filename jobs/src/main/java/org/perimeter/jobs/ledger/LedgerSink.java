// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.Collection;
import java.util.List;

/**
 * Numbers drafts and hands them to the inbox when the checkpoint that holds them is complete, so
 * that a restart repeats exactly the same drafts under the same numbers.
 *
 * <p>Must run with parallelism 1: the numbering belongs to one writer.
 */
public final class LedgerSink
        implements Sink<LedgerDraft>,
                SupportsWriterState<LedgerDraft, DraftNumbers>,
                SupportsCommitter<LedgerDraft> {

    private static final long serialVersionUID = 1L;

    private final StoresFactory stores;
    private final String producer;

    /**
     * @param producer unique to this run of the process
     */
    public LedgerSink(StoresFactory stores, String producer) {
        this.stores = stores;
        this.producer = producer;
    }

    @Override
    public DraftNumberer createWriter(WriterInitContext context) {
        return writer(numbersAfter(List.of()));
    }

    @Override
    public StatefulSinkWriter<LedgerDraft, DraftNumbers> restoreWriter(
            WriterInitContext context, Collection<DraftNumbers> recovered) {
        return writer(numbersAfter(recovered));
    }

    private DraftNumberer writer(DraftNumbers numbers) {
        Holding holding = new Holding();
        HoldingTeller teller = new HoldingTeller(stores.open(), numbers.producer(), holding);
        teller.start();
        return new DraftNumberer(numbers, holding, teller::close);
    }

    /**
     * Inside one run a writer is restored from the newest checkpoint and goes on as the producer
     * that it was. Another run may have been started from an older one, after which other drafts
     * were handed in under the numbers that would come next: it begins as a producer of its own.
     */
    DraftNumbers numbersAfter(Collection<DraftNumbers> recovered) {
        return recovered.stream()
                .filter(numbers -> numbers.producer().equals(producer))
                .findFirst()
                .orElseGet(() -> new DraftNumbers(producer, 1));
    }

    @Override
    public SimpleVersionedSerializer<DraftNumbers> getWriterStateSerializer() {
        return new DraftNumbersSerializer();
    }

    @Override
    public Committer<LedgerDraft> createCommitter(CommitterInitContext context) {
        return new InboxCommitter(stores.open());
    }

    @Override
    public SimpleVersionedSerializer<LedgerDraft> getCommittableSerializer() {
        return new DraftSerializer();
    }
}
