// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.AlertOutbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The outbox in Elasticsearch. A waiting notice has its own id as document id, a numbered one its
 * number: whoever numbers creates the document that follows the last he saw, and if another process
 * was faster that creation fails, and with it everything that rested on an old view.
 */
final class ElasticAlertOutbox implements AlertOutbox {

    private static final String NUMBER = "number";
    private static final int PAGE = 500;

    private final RecordReader<AlertNotice> reader;
    private final BulkWriter bulk;
    private final String alias;

    ElasticAlertOutbox(Elastic elastic, String alias) {
        this.reader = new RecordReader<>(elastic, alias, AlertNotice.class);
        this.bulk = BulkWriter.toAlias(elastic, "write " + alias);
        this.alias = alias;
    }

    /** Hands a notice in, unless it waits already. */
    static BulkOperation handIn(String alias, AlertNotice notice) {
        return Operations.create(alias, "w" + notice.id(), notice);
    }

    private static String id(long number) {
        return "n" + number;
    }

    @Override
    public int number(int limit) {
        reader.refresh();
        List<AlertNotice> waiting = waiting(limit);
        if (waiting.isEmpty()) {
            return 0;
        }
        // In this order: what another process numbers in between is then known, or in the way.
        long last = greatest();
        Set<String> known = numberedAmong(waiting);
        int given = 0;
        for (AlertNotice notice : waiting) {
            if (!known.add(notice.id())) {
                remove(notice);
                continue;
            }
            if (!create(notice.withNumber(last + 1))) {
                return given;
            }
            last++;
            given++;
            remove(notice);
        }
        return given;
    }

    private List<AlertNotice> waiting(int limit) {
        return reader.list(
                Query.of(query -> query.term(term -> term.field(NUMBER).value(0))),
                limit,
                RecordReader.byTime("updatedAt", SortOrder.Asc),
                RecordReader.by("alertId"),
                RecordReader.by("sequence"));
    }

    private Set<String> numberedAmong(List<AlertNotice> waiting) {
        List<FieldValue> ids =
                waiting.stream().map(AlertNotice::id).distinct().map(FieldValue::of).toList();
        Query isOne =
                Query.of(
                        query ->
                                query.terms(terms -> terms.field("id").terms(in -> in.value(ids))));
        Query both = Query.of(query -> query.bool(all -> all.filter(isOne, greaterThan(0))));
        Set<String> known = new HashSet<>();
        reader.list(both, ids.size(), RecordReader.by(NUMBER))
                .forEach(notice -> known.add(notice.id()));
        return known;
    }

    private boolean create(AlertNotice notice) {
        Result result = write(Operations.create(alias, id(notice.number()), notice));
        if (result == Result.OK || result == Result.STALE) {
            return result == Result.OK;
        }
        throw new StoreException("number notices: refused", result == Result.RETRY, null);
    }

    private void remove(AlertNotice notice) {
        Result result = write(Operations.delete(alias, "w" + notice.id()));
        if (result != Result.ERASED && result != Result.ABSENT) {
            throw new StoreException("number notices: one is left", true, null);
        }
    }

    private Result write(BulkOperation operation) {
        return Failures.resultOf(bulk.write(List.of(operation)).get(0));
    }

    @Override
    public List<AlertNotice> after(long number, int limit) {
        List<AlertNotice> next = following(number, limit);
        if (!next.isEmpty()) {
            return next;
        }
        // Documents become searchable in the order of their numbers and are forgotten from the
        // lowest upwards: a lowest number beyond the next one means that those between are gone.
        long lowest = edge(SortOrder.Asc);
        return lowest > number + 1 ? following(lowest - 1, limit) : List.of();
    }

    private List<AlertNotice> following(long number, int limit) {
        List<String> ids =
                LongStream.rangeClosed(number + 1, number + Math.min(limit, PAGE))
                        .mapToObj(ElasticAlertOutbox::id)
                        .toList();
        List<AlertNotice> found = new ArrayList<>();
        for (AlertNotice notice : reader.findAll(ids)) {
            if (notice.number() != number + 1 + found.size()) {
                break;
            }
            found.add(notice);
        }
        return found;
    }

    @Override
    public long last() {
        reader.refresh();
        return greatest();
    }

    private long greatest() {
        return edge(SortOrder.Desc);
    }

    private long edge(SortOrder order) {
        return reader.list(greaterThan(0), 1, RecordReader.by(NUMBER, order)).stream()
                .mapToLong(AlertNotice::number)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void forget(Instant changedBefore) {
        reader.refresh();
        long last = greatest();
        List<AlertNotice> lowest = lowest();
        while (!lowest.isEmpty()) {
            List<BulkOperation> old =
                    lowest.stream()
                            .takeWhile(
                                    notice ->
                                            notice.number() < last
                                                    && notice.updatedAt().isBefore(changedBefore))
                            .map(notice -> Operations.delete(alias, id(notice.number())))
                            .toList();
            bulk.write(old);
            reader.refresh();
            if (old.size() < lowest.size()) {
                return;
            }
            lowest = lowest();
        }
    }

    private List<AlertNotice> lowest() {
        return reader.list(greaterThan(0), PAGE, RecordReader.by(NUMBER));
    }

    private static Query greaterThan(long number) {
        return Query.of(
                query ->
                        query.range(
                                range -> range.number(on -> on.field(NUMBER).gt((double) number))));
    }
}
