// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Instants;
import org.perimeter.connectors.spi.store.StoreException;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads records of one type from one alias.
 *
 * @param <T> the record
 */
final class RecordReader<T> {

    /** The engine's own limit on one page. */
    private static final int MOST = 10_000;

    private final Elastic elastic;
    private final String alias;
    private final Class<T> type;

    RecordReader(Elastic elastic, String alias, Class<T> type) {
        this.elastic = elastic;
        this.alias = alias;
        this.type = type;
    }

    /** Reads one in real time; also when its index is not there yet. */
    Optional<T> find(String id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    /**
     * Reads those that are there in real time, in the order of the ids, of which there is one.
     *
     * @throws StoreException when the engine cannot tell whether one is there: for a moment after
     *     its start an index is known and none of its shards can be read
     */
    List<T> findAll(List<String> ids) {
        return elastic
                .call(
                        "get from " + alias,
                        () -> elastic.client().mget(get -> get.index(alias).ids(ids), type))
                .docs()
                .stream()
                .flatMap(this::present)
                .toList();
    }

    private Stream<T> present(MultiGetResponseItem<T> item) {
        if (item.isFailure()) {
            Failures.requireAbsent("get from " + alias, item.failure().error());
            return Stream.empty();
        }
        return item.result().found() ? Stream.ofNullable(item.result().source()) : Stream.empty();
    }

    /** Reads those that meet a query, in an order, at most so many. */
    List<T> list(Query query, int limit, SortOptions... order) {
        return elastic
                .call(
                        "list " + alias,
                        () ->
                                elastic.client()
                                        .search(
                                                search ->
                                                        search.index(alias)
                                                                .ignoreUnavailable(true)
                                                                .allowPartialSearchResults(false)
                                                                .query(query)
                                                                .sort(List.of(order))
                                                                .size(Math.min(limit, MOST)),
                                                type))
                .hits()
                .hits()
                .stream()
                .map(hit -> hit.source())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Makes what was written so far visible to {@link #list}. */
    void refresh() {
        elastic.call(
                "refresh " + alias,
                () ->
                        elastic.client()
                                .indices()
                                .refresh(refresh -> refresh.index(alias).ignoreUnavailable(true)));
    }

    static Query all() {
        return Query.of(query -> query.matchAll(all -> all));
    }

    /** Those whose time in this field is before an instant. */
    static Query before(String field, Instant instant) {
        return Query.of(
                query ->
                        query.range(
                                range ->
                                        range.date(
                                                date ->
                                                        date.field(field)
                                                                .lt(Instants.exact(instant)))));
    }

    static SortOptions byTime(String field, SortOrder order) {
        return SortOptions.of(
                sort -> sort.field(by -> by.field(field).order(order).format(Instants.FORMAT)));
    }

    static SortOptions by(String field) {
        return by(field, SortOrder.Asc);
    }

    static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(order)));
    }
}
