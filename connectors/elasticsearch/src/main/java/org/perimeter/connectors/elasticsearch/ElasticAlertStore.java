// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.policy.model.Alert;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Alerts in Elasticsearch; each is visible to the lists when its write is answered. */
final class ElasticAlertStore implements AlertStore {

    private final RecordReader<Alert> reader;
    private final BatchWriter writer;
    private final String alias;

    ElasticAlertStore(Elastic elastic, String alias, Executor inOrder) {
        this.reader = new RecordReader<>(elastic, alias, Alert.class);
        this.writer =
                new BatchWriter(
                        BulkWriter.toAlias(elastic, "write alerts").visibleAtOnce(), inOrder);
        this.alias = alias;
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<Alert> alerts) {
        return writer.write(
                alerts.stream().map(Alert::id).toList(),
                alerts.stream()
                        .map(alert -> Operations.index(alias, alert.id(), alert.sequence(), alert))
                        .toList());
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
}
