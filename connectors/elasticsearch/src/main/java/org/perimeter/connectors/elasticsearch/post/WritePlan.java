// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.elasticsearch.schema.Slice;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one write takes: first operations that must succeed, then those that take copies out of
 * other slices. In this order a crash can leave a post twice for the moment, never not at all, and
 * the repetition of the write mends it.
 *
 * @param write the write
 * @param first operations to send first
 * @param then operations to send once the first ones succeeded
 * @param settled the outcome when it is known without any operation
 */
record WritePlan(
        PostWrite write,
        List<BulkOperation> first,
        List<BulkOperation> then,
        @Nullable WriteOutcome settled) {

    private static WritePlan settled(PostWrite write, Result result, String detail) {
        return new WritePlan(
                write, List.of(), List.of(), new WriteOutcome(write.documentId(), result, detail));
    }

    static WritePlan unclassified(PostWrite write) {
        return settled(write, Result.POISON, "unclassified");
    }

    /** Removes every copy, and no version that is written in between. */
    static WritePlan erase(PostWrite write, List<Copy> copies, SliceCatalog catalog) {
        if (copies.isEmpty()) {
            return settled(write, Result.ABSENT, "");
        }
        return new WritePlan(write, deletes(write, copies, catalog), List.of(), null);
    }

    static WritePlan upsert(
            PostWrite write,
            StoredPost post,
            IdentityRecord identity,
            Slice target,
            List<Copy> elsewhere,
            SliceCatalog catalog) {
        if (elsewhere.stream().anyMatch(copy -> copy.version() > write.version())) {
            return settled(write, Result.STALE, "newer_version_in_another_slice");
        }
        String id = write.documentId();
        return new WritePlan(
                write,
                List.of(
                        Operations.index(
                                catalog.posts(target), id, write.version(), PostDocument.of(post)),
                        Operations.index(
                                catalog.identities(target), id, write.version(), identity)),
                deletes(write, elsewhere, catalog),
                null);
    }

    private static List<BulkOperation> deletes(
            PostWrite write, List<Copy> copies, SliceCatalog catalog) {
        List<BulkOperation> deletes = new ArrayList<>();
        for (Copy copy : copies) {
            long version = Math.max(copy.version(), write.version());
            String id = write.documentId();
            deletes.add(Operations.delete(catalog.posts(copy.slice()), id, version));
            deletes.add(Operations.delete(catalog.identities(copy.slice()), id, version));
        }
        return deletes;
    }

    /** The outcome, from what became of the first operations. */
    WriteOutcome outcome(List<BulkResponseItem> items) {
        if (settled != null) {
            return settled;
        }
        return write.post() == null ? erased(items) : written(items);
    }

    private WriteOutcome written(List<BulkResponseItem> items) {
        for (Result bad : List.of(Result.RETRY, Result.POISON, Result.STALE)) {
            for (BulkResponseItem item : items) {
                if (Failures.resultOf(item) == bad) {
                    return outcome(bad, Failures.typeOf(item));
                }
            }
        }
        return outcome(Result.OK, "");
    }

    private WriteOutcome erased(List<BulkResponseItem> items) {
        if (any(items, result -> result != Result.ERASED && result != Result.ABSENT)) {
            return outcome(Result.RETRY, "changed_meanwhile");
        }
        return outcome(
                any(items, result -> result == Result.ERASED) ? Result.ERASED : Result.ABSENT, "");
    }

    /** The outcome once the copies elsewhere were to go as well. */
    WriteOutcome outcomeAfterwards(WriteOutcome before, List<BulkResponseItem> items) {
        return any(items, result -> result != Result.ERASED && result != Result.ABSENT)
                ? outcome(Result.RETRY, "copy_left_in_another_slice")
                : before;
    }

    private static boolean any(List<BulkResponseItem> items, Predicate<Result> test) {
        return items.stream().map(Failures::resultOf).anyMatch(test);
    }

    private WriteOutcome outcome(Result result, String detail) {
        return new WriteOutcome(write.documentId(), result, detail);
    }
}
