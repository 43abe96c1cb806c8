// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch.indices.IndicesStatsResponse;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.schema.IndexFamily;
import org.perimeter.connectors.elasticsearch.schema.IndexNames;
import org.perimeter.connectors.elasticsearch.schema.Schema;
import org.perimeter.connectors.elasticsearch.schema.Slice;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows which slices exist, creates and drops them; a slice is a pair of indices. */
final class SliceCatalog {

    private final Elastic elastic;
    private final IndexNames names;
    private final Schema schema;

    SliceCatalog(Elastic elastic, IndexNames names, Schema schema) {
        this.elastic = elastic;
        this.names = names;
        this.schema = schema;
    }

    String posts(Slice slice) {
        return names.index(IndexFamily.POSTS, slice);
    }

    String identities(Slice slice) {
        return names.index(IndexFamily.IDENTITIES, slice);
    }

    /** Every slice that exists now, also when another process made it. */
    Set<Slice> existing() {
        return elastic
                .call(
                        "list slices",
                        () ->
                                elastic.client()
                                        .indices()
                                        .getAlias(
                                                get -> get.index(names.pattern(IndexFamily.POSTS))))
                .aliases()
                .keySet()
                .stream()
                .flatMap(index -> Slice.ofIndex(index).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    void create(Slice slice) {
        // The identities first: a slice is listed by its posts, so it is complete when it is seen.
        schema.create(IndexFamily.IDENTITIES, slice);
        schema.create(IndexFamily.POSTS, slice);
    }

    void drop(Slice slice) {
        elastic.call(
                "drop slice",
                () ->
                        elastic.client()
                                .indices()
                                .delete(
                                        delete ->
                                                delete.index(posts(slice), identities(slice))
                                                        .ignoreUnavailable(true)));
    }

    /** The slices with the number of their posts, by class and day. */
    List<RetentionSlice> counted() {
        IndicesStatsResponse stats =
                elastic.call(
                        "count slices",
                        () ->
                                elastic.client()
                                        .indices()
                                        .stats(
                                                ask ->
                                                        ask.index(names.pattern(IndexFamily.POSTS))
                                                                .metric(CommonStatsFlag.Docs)));
        return stats.indices().entrySet().stream()
                .flatMap(index -> counted(index).stream())
                .sorted(
                        Comparator.comparing(RetentionSlice::retentionClass)
                                .thenComparing(RetentionSlice::deleteByDay))
                .toList();
    }

    private static Optional<RetentionSlice> counted(Map.Entry<String, IndicesStats> index) {
        return Slice.ofIndex(index.getKey())
                .map(
                        slice ->
                                new RetentionSlice(
                                        slice.retentionClass(),
                                        slice.deleteByDay(),
                                        documents(index.getValue())));
    }

    private static long documents(IndicesStats stats) {
        return stats.primaries() == null || stats.primaries().docs() == null
                ? 0
                : stats.primaries().docs().count();
    }
}
