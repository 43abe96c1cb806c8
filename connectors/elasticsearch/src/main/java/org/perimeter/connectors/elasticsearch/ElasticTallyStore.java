// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.DateRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.TallyStore;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Running counts in Elasticsearch, one document per producer and day; sums are read fresh. */
final class ElasticTallyStore implements TallyStore {

    private static final int PAGE = 500;

    private final RecordReader<Tally> reader;
    private final RecordEraser eraser;
    private final BulkWriter bulk;
    private final String alias;

    /**
     * The counts of one producer and day.
     *
     * @param id producer and day
     * @param producer who counted
     * @param day on which it happened
     * @param counts by name
     */
    record Tally(String id, String producer, String day, Map<String, Long> counts) {}

    ElasticTallyStore(Elastic elastic, String alias) {
        this.reader = new RecordReader<>(elastic, alias, Tally.class);
        this.eraser = new RecordEraser(elastic, alias);
        this.bulk = BulkWriter.toAlias(elastic, "write tallies");
        this.alias = alias;
    }

    @Override
    public void put(String producer, LocalDate day, Instant toldAt, Map<String, Long> counts) {
        String id = producer + "@" + day;
        Tally tally = new Tally(id, producer, day.toString(), Map.copyOf(counts));
        BulkResponseItem item =
                bulk.write(List.of(Operations.index(alias, id, toldAt.toEpochMilli(), tally)))
                        .get(0);
        Result result = Failures.resultOf(item);
        if (result == Result.RETRY || result == Result.POISON) {
            throw new StoreException(
                    "write tallies refused: " + Failures.typeOf(item),
                    result == Result.RETRY,
                    null);
        }
    }

    @Override
    public Map<String, Long> total() {
        return sum(RecordReader.all());
    }

    @Override
    public Map<String, Long> total(LocalDate first, LocalDate last) {
        return sum(days(range -> range.gte(first.toString()).lte(last.toString())));
    }

    @Override
    public long dropBefore(LocalDate day) {
        return eraser.erase(days(range -> range.lt(day.toString())));
    }

    private Map<String, Long> sum(Query query) {
        reader.refresh();
        Map<String, Long> total = new TreeMap<>();
        List<Tally> page = pageAfter(query, "");
        while (!page.isEmpty()) {
            page.forEach(
                    tally -> tally.counts().forEach((name, n) -> total.merge(name, n, Long::sum)));
            page = pageAfter(query, page.get(page.size() - 1).id());
        }
        return total;
    }

    private List<Tally> pageAfter(Query query, String id) {
        Query later =
                Query.of(of -> of.range(range -> range.term(term -> term.field("id").gt(id))));
        return reader.list(
                Query.of(of -> of.bool(bool -> bool.filter(query, later))),
                PAGE,
                RecordReader.by("id"));
    }

    private static Query days(UnaryOperator<DateRangeQuery.Builder> bounds) {
        return Query.of(
                of -> of.range(range -> range.date(date -> bounds.apply(date.field("day")))));
    }
}
