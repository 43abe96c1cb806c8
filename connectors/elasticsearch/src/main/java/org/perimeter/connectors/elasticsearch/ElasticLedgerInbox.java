// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.ledger.DraftId;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The ledger's inbox in Elasticsearch. What a draft says is its document's id, so a taken id means
 * the same draft. Of a draft without a number a note stays when it is in the ledger.
 */
final class ElasticLedgerInbox implements LedgerInbox {

    private static final String DRAINED = "drained";
    private static final Set<Result> GONE = Set.of(Result.OK, Result.ERASED, Result.ABSENT);
    private static final Query WAITING =
            Query.of(
                    query ->
                            query.bool(
                                    bool ->
                                            bool.filter(
                                                    has ->
                                                            has.exists(
                                                                    of -> of.field("sequence")))));

    private final RecordReader<LedgerDraft> reader;
    private final RecordReader<Heartbeat> heartbeats;
    private final SingleWriter heartbeatWriter;
    private final BatchWriter writer;
    private final BulkWriter acknowledger;
    private final RecordEraser notes;
    private final String alias;

    /**
     * Says when the inbox was last empty.
     *
     * @param drainedAt when
     */
    record Heartbeat(Instant drainedAt) {}

    /**
     * What stays of a draft without a number.
     *
     * @param acknowledgedAt when it was found in the ledger
     */
    record Acknowledged(Instant acknowledgedAt) {}

    ElasticLedgerInbox(Elastic elastic, String alias, String heartbeats, Executor inOrder) {
        this.reader = new RecordReader<>(elastic, alias, LedgerDraft.class);
        this.heartbeats = new RecordReader<>(elastic, heartbeats, Heartbeat.class);
        this.heartbeatWriter = new SingleWriter(elastic, heartbeats);
        this.writer = new BatchWriter(BulkWriter.toAlias(elastic, "write drafts"), inOrder);
        this.acknowledger = BulkWriter.toAlias(elastic, "acknowledge drafts");
        this.notes = new RecordEraser(elastic, alias);
        this.alias = alias;
    }

    /** What hands a draft in, as part of a request that writes something else too. */
    static BulkOperation handIn(String alias, LedgerDraft draft) {
        return Operations.create(alias, DraftId.of(draft), draft);
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<LedgerDraft> drafts) {
        return writer.write(
                        drafts.stream().map(DraftId::of).toList(),
                        drafts.stream().map(draft -> handIn(alias, draft)).toList())
                .thenApply(
                        outcomes ->
                                outcomes.stream().map(ElasticLedgerInbox::thereIsFine).toList());
    }

    private static WriteOutcome thereIsFine(WriteOutcome outcome) {
        return outcome.result() == Result.STALE
                ? new WriteOutcome(outcome.documentId(), Result.OK, "")
                : outcome;
    }

    @Override
    public List<LedgerDraft> waiting(int limit) {
        reader.refresh();
        return reader.list(
                WAITING,
                limit,
                RecordReader.by("producer"),
                RecordReader.by("sequence"),
                RecordReader.by("at"));
    }

    @Override
    public void acknowledge(List<LedgerDraft> drafts, Instant at) {
        boolean allGone =
                acknowledger
                        .write(drafts.stream().map(draft -> acknowledgement(draft, at)).toList())
                        .stream()
                        .map(Failures::resultOf)
                        .allMatch(GONE::contains);
        if (!allGone) {
            throw new StoreException("acknowledge drafts: some are left", true, null);
        }
    }

    private BulkOperation acknowledgement(LedgerDraft draft, Instant at) {
        String id = DraftId.of(draft);
        return DraftId.isNumbered(draft)
                ? Operations.delete(alias, id)
                : Operations.overwrite(alias, id, new Acknowledged(at));
    }

    @Override
    public void forget(Instant before) {
        long unused = notes.erase(RecordReader.before("acknowledgedAt", before));
    }

    @Override
    public void heartbeat(Instant drainedAt) {
        heartbeatWriter.put(DRAINED, new Heartbeat(drainedAt));
    }

    @Override
    public Optional<Instant> lastDrained() {
        return heartbeats.find(DRAINED).map(Heartbeat::drainedAt);
    }
}
