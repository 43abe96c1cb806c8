// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.spi.store.TallyStore;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Running counts in Elasticsearch, one document per producer; the sum is read fresh. */
final class ElasticTallyStore implements TallyStore {

    private static final int PAGE = 500;

    private final RecordReader<Tally> reader;
    private final SingleWriter writer;

    /**
     * The counts of one producer.
     *
     * @param producer who counted
     * @param counts by name
     */
    record Tally(String producer, Map<String, Long> counts) {}

    ElasticTallyStore(Elastic elastic, String alias) {
        this.reader = new RecordReader<>(elastic, alias, Tally.class);
        this.writer = new SingleWriter(elastic, alias);
    }

    @Override
    public void put(String producer, Map<String, Long> counts) {
        writer.put(producer, new Tally(producer, Map.copyOf(counts)));
    }

    @Override
    public Map<String, Long> total() {
        reader.refresh();
        Map<String, Long> total = new TreeMap<>();
        List<Tally> page = pageAfter("");
        while (!page.isEmpty()) {
            page.forEach(
                    tally -> tally.counts().forEach((name, n) -> total.merge(name, n, Long::sum)));
            page = pageAfter(page.get(page.size() - 1).producer());
        }
        return total;
    }

    private List<Tally> pageAfter(String producer) {
        return reader.list(
                Query.of(
                        query ->
                                query.range(
                                        range ->
                                                range.term(
                                                        term ->
                                                                term.field("producer")
                                                                        .gt(producer)))),
                PAGE,
                RecordReader.by("producer"));
    }
}
