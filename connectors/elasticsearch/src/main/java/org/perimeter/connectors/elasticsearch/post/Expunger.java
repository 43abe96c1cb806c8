// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch.indices.IndicesStatsResponse;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.schema.IndexFamily;
import org.perimeter.connectors.elasticsearch.schema.IndexNames;
import org.perimeter.policy.controls.Control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rewrites the segments that hold deleted documents: the engine only marks a document as deleted,
 * and its text stays on the disk until its segment is merged away. Flushing first empties the
 * translog, where it stays as well.
 *
 * <p>The engine holds on to deletes for a while so that a copy of the shard can catch up; what it
 * does not let go of yet is counted, and goes with a later call.
 */
final class Expunger {

    private final Elastic elastic;
    private final IndexNames names;

    Expunger(Elastic elastic, IndexNames names) {
        this.elastic = elastic;
        this.names = names;
    }

    /** Expunges what can be, and returns how many deleted documents are left on disk. */
    @Control("RET-02")
    long expunge() {
        refresh();
        List<String> indices = List.copyOf(deleted().keySet());
        if (indices.isEmpty()) {
            return 0;
        }
        elastic.call(
                "flush posts",
                () ->
                        elastic.client()
                                .indices()
                                .flush(
                                        flush ->
                                                flush.index(indices)
                                                        .ignoreUnavailable(true)
                                                        .force(true)
                                                        .waitIfOngoing(true)));
        elastic.call(
                "expunge posts",
                () ->
                        elastic.client()
                                .indices()
                                .forcemerge(
                                        merge ->
                                                merge.index(indices)
                                                        .ignoreUnavailable(true)
                                                        .onlyExpungeDeletes(true)));
        refresh();
        return deleted().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Deleted documents that are still on disk, for each index that has any. */
    private Map<String, Long> deleted() {
        IndicesStatsResponse stats =
                elastic.call(
                        "count deleted posts",
                        () ->
                                elastic.client()
                                        .indices()
                                        .stats(
                                                ask ->
                                                        ask.index(
                                                                        names.pattern(
                                                                                IndexFamily.POSTS),
                                                                        names.pattern(
                                                                                IndexFamily
                                                                                        .IDENTITIES))
                                                                .expandWildcards(
                                                                        ExpandWildcard.Open)
                                                                .metric(CommonStatsFlag.Docs)));
        Map<String, Long> deleted = new TreeMap<>();
        stats.indices()
                .forEach(
                        (index, found) -> {
                            long count = deleted(found);
                            if (count > 0) {
                                deleted.put(index, count);
                            }
                        });
        return deleted;
    }

    private static long deleted(IndicesStats stats) {
        if (stats.total() == null || stats.total().docs() == null) {
            return 0;
        }
        Long deleted = stats.total().docs().deleted();
        return deleted == null ? 0 : deleted;
    }

    private void refresh() {
        elastic.call(
                "refresh posts",
                () ->
                        elastic.client()
                                .indices()
                                .refresh(
                                        refresh ->
                                                refresh.index(
                                                        names.pattern(IndexFamily.POSTS),
                                                        names.pattern(IndexFamily.IDENTITIES))));
    }
}
