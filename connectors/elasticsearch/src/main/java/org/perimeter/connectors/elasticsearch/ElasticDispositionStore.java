// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.spi.store.DispositionStore;
import org.perimeter.policy.model.alert.AlertDisposition;
import org.perimeter.policy.model.alert.AlertVerdict;
import org.perimeter.policy.model.alert.RulePrecision;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dispositions in Elasticsearch, one document for each alert. */
final class ElasticDispositionStore implements DispositionStore {

    private static final int PAGE = 500;

    private final RecordReader<AlertDisposition> reader;
    private final SingleWriter writer;

    ElasticDispositionStore(Elastic elastic, String alias) {
        this.reader = new RecordReader<>(elastic, alias, AlertDisposition.class);
        this.writer = new SingleWriter(elastic, alias);
    }

    @Override
    public void put(AlertDisposition disposition) {
        writer.put(disposition.alertId(), disposition);
    }

    @Override
    public List<AlertDisposition> list(String incidentId, int limit) {
        reader.refresh();
        return reader.list(
                Query.of(of -> of.term(term -> term.field("incidentId").value(incidentId))),
                limit,
                RecordReader.byTime("at", SortOrder.Desc),
                RecordReader.by("alertId"));
    }

    @Override
    public Map<String, RulePrecision> precisions() {
        reader.refresh();
        Map<String, RulePrecision> all = new TreeMap<>();
        List<AlertDisposition> page = pageAfter("");
        while (!page.isEmpty()) {
            for (AlertDisposition each : page) {
                long useful = each.verdict() == AlertVerdict.USEFUL ? 1 : 0;
                all.merge(each.rule(), new RulePrecision(useful, 1), RulePrecision::plus);
            }
            page = pageAfter(page.get(page.size() - 1).alertId());
        }
        return all;
    }

    private List<AlertDisposition> pageAfter(String alertId) {
        return reader.list(
                Query.of(
                        of ->
                                of.range(
                                        range ->
                                                range.term(
                                                        term ->
                                                                term.field("alertId")
                                                                        .gt(alertId)))),
                PAGE,
                RecordReader.by("alertId"));
    }
}
