// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Dead letters in Elasticsearch; counts and lists are read fresh. */
final class ElasticDeadLetterStore implements DeadLetterStore {

    private final Elastic elastic;
    private final RecordReader<DeadLetter> reader;
    private final RecordEraser eraser;
    private final BatchWriter writer;
    private final String alias;

    ElasticDeadLetterStore(Elastic elastic, String alias, Executor inOrder) {
        this.elastic = elastic;
        this.reader = new RecordReader<>(elastic, alias, DeadLetter.class);
        this.eraser = new RecordEraser(elastic, alias);
        this.writer = new BatchWriter(BulkWriter.toAlias(elastic, "write dead letters"), inOrder);
        this.alias = alias;
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<DeadLetter> letters) {
        return writer.write(
                letters.stream().map(DeadLetter::id).toList(),
                letters.stream()
                        .map(letter -> Operations.overwrite(alias, letter.id(), letter))
                        .toList());
    }

    @Override
    public Map<String, Long> counts() {
        reader.refresh();
        Aggregation reasons = terms("reason", DeadLetterReason.values().length);
        Aggregation stages =
                Aggregation.of(
                        of ->
                                of.terms(terms -> terms.field("stage").size(Stage.values().length))
                                        .aggregations("reason", reasons));
        SearchResponse<Void> response =
                elastic.call(
                        "count dead letters",
                        () ->
                                elastic.client()
                                        .search(
                                                search ->
                                                        search.index(alias)
                                                                .size(0)
                                                                .aggregations("stage", stages),
                                                Void.class));
        Map<String, Long> counts = new TreeMap<>();
        for (StringTermsBucket stage : buckets(response.aggregations(), "stage")) {
            for (StringTermsBucket reason : buckets(stage.aggregations(), "reason")) {
                counts.put(
                        stage.key().stringValue() + "/" + reason.key().stringValue(),
                        reason.docCount());
            }
        }
        return counts;
    }

    private static Aggregation terms(String field, int size) {
        return Aggregation.of(of -> of.terms(terms -> terms.field(field).size(size)));
    }

    private static List<StringTermsBucket> buckets(Map<String, Aggregate> aggregates, String name) {
        Aggregate terms = aggregates.get(name);
        return terms == null ? List.of() : terms.sterms().buckets().array();
    }

    @Override
    public List<DeadLetter> list(int limit) {
        reader.refresh();
        return reader.list(
                RecordReader.all(),
                limit,
                RecordReader.byTime("at", SortOrder.Desc),
                RecordReader.by("id"));
    }

    @Override
    public long dropBefore(Instant at) {
        return eraser.erase(RecordReader.before("at", at));
    }
}
