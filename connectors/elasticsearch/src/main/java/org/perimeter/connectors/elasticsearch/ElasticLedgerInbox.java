// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The ledger's inbox in Elasticsearch; the idempotency key of a draft is its document id. */
final class ElasticLedgerInbox implements LedgerInbox {

    private static final String DRAINED = "drained";

    private final RecordReader<LedgerDraft> reader;
    private final RecordReader<Heartbeat> heartbeats;
    private final SingleWriter heartbeatWriter;
    private final BatchWriter writer;
    private final BulkWriter remover;
    private final String alias;

    /**
     * Says when the inbox was last empty.
     *
     * @param drainedAt when
     */
    record Heartbeat(Instant drainedAt) {}

    ElasticLedgerInbox(Elastic elastic, String alias, String heartbeats, Executor inOrder) {
        this.reader = new RecordReader<>(elastic, alias, LedgerDraft.class);
        this.heartbeats = new RecordReader<>(elastic, heartbeats, Heartbeat.class);
        this.heartbeatWriter = new SingleWriter(elastic, heartbeats);
        this.writer = new BatchWriter(BulkWriter.toAlias(elastic, "write drafts"), inOrder);
        this.remover = BulkWriter.toAlias(elastic, "remove drafts");
        this.alias = alias;
    }

    private static String id(LedgerDraft draft) {
        return draft.producer() + "/" + draft.sequence();
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<LedgerDraft> drafts) {
        return writer.write(
                        drafts.stream().map(ElasticLedgerInbox::id).toList(),
                        drafts.stream()
                                .map(draft -> Operations.create(alias, id(draft), draft))
                                .toList())
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
                RecordReader.all(),
                limit,
                RecordReader.by("producer"),
                RecordReader.by("sequence"));
    }

    @Override
    public void remove(List<LedgerDraft> drafts) {
        boolean allGone =
                remover
                        .write(
                                drafts.stream()
                                        .map(draft -> Operations.delete(alias, id(draft)))
                                        .toList())
                        .stream()
                        .map(Failures::resultOf)
                        .allMatch(result -> result == Result.ERASED || result == Result.ABSENT);
        if (!allGone) {
            throw new StoreException("remove drafts: some are left", true, null);
        }
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
