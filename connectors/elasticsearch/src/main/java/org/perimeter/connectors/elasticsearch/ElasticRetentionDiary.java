// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.connectors.spi.store.retention.Erasure;
import org.perimeter.connectors.spi.store.retention.RetentionDiary;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The diary of retention: rounds as one of the heartbeats, each open erasure a document. */
final class ElasticRetentionDiary implements RetentionDiary {

    private static final String ID = "retention";

    private final RecordReader<Round> reader;
    private final SingleWriter writer;
    private final RecordReader<Erasure> erasureReader;
    private final BulkWriter bulk;
    private final String erasures;
    private final String inbox;

    /**
     * A round of retention.
     *
     * @param finishedAt when it ended
     */
    record Round(Instant finishedAt) {}

    ElasticRetentionDiary(Elastic elastic, String heartbeats, String erasures, String inbox) {
        this.reader = new RecordReader<>(elastic, heartbeats, Round.class);
        this.writer = new SingleWriter(elastic, heartbeats);
        this.erasureReader = new RecordReader<>(elastic, erasures, Erasure.class);
        this.bulk = BulkWriter.toAlias(elastic, "write erasure");
        this.erasures = erasures;
        this.inbox = inbox;
    }

    @Override
    public void finished(Instant at) {
        writer.put(ID, new Round(at));
    }

    @Override
    public Optional<Instant> lastFinished() {
        return reader.find(ID).map(Round::finishedAt);
    }

    @Override
    public void begin(Erasure erasure, LedgerDraft intent) {
        write(Operations.overwrite(erasures, erasure.id(), erasure));
        write(ElasticLedgerInbox.handIn(inbox, intent));
    }

    @Override
    public void done(Erasure erasure, LedgerDraft done) {
        write(ElasticLedgerInbox.handIn(inbox, done));
        write(Operations.delete(erasures, erasure.id()));
    }

    /** What is there already, or gone already, is as good as what was written now. */
    private void write(BulkOperation operation) {
        BulkResponseItem item = bulk.write(List.of(operation)).get(0);
        Result result = Failures.resultOf(item);
        if (result == Result.RETRY || result == Result.POISON) {
            throw new StoreException(
                    "write erasure refused: " + Failures.typeOf(item),
                    result == Result.RETRY,
                    null);
        }
    }

    @Override
    public List<Erasure> open(int limit) {
        erasureReader.refresh();
        return erasureReader.list(
                RecordReader.all(),
                limit,
                RecordReader.byTime("begunAt", SortOrder.Asc),
                RecordReader.by("id"));
    }
}
