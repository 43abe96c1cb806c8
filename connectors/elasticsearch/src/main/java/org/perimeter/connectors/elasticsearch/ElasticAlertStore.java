// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.alert.Alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Alerts in Elasticsearch; each is visible to the lists when its write is answered. */
final class ElasticAlertStore implements AlertStore {

    private final RecordReader<Alert> reader;
    private final RecordEraser eraser;
    private final BatchWriter writer;
    private final String alias;
    private final String outbox;

    ElasticAlertStore(Elastic elastic, String alias, String outbox, Executor inOrder) {
        this.reader = new RecordReader<>(elastic, alias, Alert.class);
        this.eraser = new RecordEraser(elastic, alias);
        this.writer =
                new BatchWriter(
                        BulkWriter.toAlias(elastic, "write alerts").visibleAtOnce(), inOrder);
        this.alias = alias;
        this.outbox = outbox;
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<Alert> alerts) {
        List<String> ids = new ArrayList<>();
        List<BulkOperation> operations = new ArrayList<>();
        for (Alert alert : alerts) {
            if (alert.telling().now()) {
                ids.add(alert.id());
                operations.add(ElasticAlertOutbox.handIn(outbox, AlertNotice.of(alert)));
            }
            ids.add(alert.id());
            operations.add(Operations.index(alias, alert.id(), alert.sequence(), alert));
        }
        return writer.write(ids, operations).thenApply(outcomes -> perAlert(alerts, outcomes));
    }

    /** An alert whose notice is not safe counts as not written; writing it again is harmless. */
    private static List<WriteOutcome> perAlert(List<Alert> alerts, List<WriteOutcome> outcomes) {
        List<WriteOutcome> perAlert = new ArrayList<>(alerts.size());
        int next = 0;
        for (Alert alert : alerts) {
            WriteOutcome notice = alert.telling().now() ? outcomes.get(next++) : null;
            WriteOutcome written = outcomes.get(next++);
            boolean isSafe =
                    notice == null
                            || notice.result() == Result.OK
                            || notice.result() == Result.STALE;
            perAlert.add(isSafe ? written : notice);
        }
        return perAlert;
    }

    @Override
    public Optional<Alert> find(String id) {
        return reader.find(id);
    }

    @Override
    public List<Alert> list(@Nullable String incidentId, int limit) {
        Query query =
                incidentId == null
                        ? RecordReader.all()
                        : Query.of(
                                of -> of.term(term -> term.field("incidentId").value(incidentId)));
        return reader.list(
                query,
                limit,
                RecordReader.byTime("updatedAt", SortOrder.Desc),
                RecordReader.by("id"));
    }

    @Override
    public long dropBefore(Instant at) {
        return eraser.erase(RecordReader.before("updatedAt", at));
    }
}
