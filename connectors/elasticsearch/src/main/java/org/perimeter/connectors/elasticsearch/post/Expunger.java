// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.DocStats;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch.indices.IndicesStatsResponse;

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

    /**
     * Expunges what can be where at least this share is deleted, and returns how many deleted
     * documents are left on disk.
     */
    @Control("RET-02")
    long expunge(double share) {
        refresh();
        Map<String, DocStats> deleted = deleted();
        List<String> indices =
                deleted.entrySet().stream()
                        .filter(index -> shareOf(index.getValue()) >= share)
                        .map(Map.Entry::getKey)
                        .toList();
        if (indices.isEmpty()) {
            return sum(deleted);
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
        return sum(deleted());
    }

    private static long sum(Map<String, DocStats> deleted) {
        return deleted.values().stream().mapToLong(Expunger::deleted).sum();
    }

    private static double shareOf(DocStats docs) {
        return (double) deleted(docs) / (deleted(docs) + docs.count());
    }

    /** Each index that has deleted documents still on disk. */
    private Map<String, DocStats> deleted() {
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
        Map<String, DocStats> deleted = new TreeMap<>();
        stats.indices()
                .forEach(
                        (index, found) -> {
                            DocStats docs = found.total() == null ? null : found.total().docs();
                            if (docs != null && deleted(docs) > 0) {
                                deleted.put(index, docs);
                            }
                        });
        return deleted;
    }

    private static long deleted(DocStats docs) {
        Long deleted = docs.deleted();
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
