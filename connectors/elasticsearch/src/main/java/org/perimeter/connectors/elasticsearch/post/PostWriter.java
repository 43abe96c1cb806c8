// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.schema.Slice;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Applies batches of writes so that a document lies in one slice only, whatever slice an earlier
 * version or an earlier attempt went to.
 */
final class PostWriter {

    private final SliceCatalog catalog;
    private final CopyFinder finder;
    private final BulkWriter bulk;

    PostWriter(SliceCatalog catalog, CopyFinder finder, BulkWriter bulk) {
        this.catalog = catalog;
        this.finder = finder;
        this.bulk = bulk;
    }

    List<WriteOutcome> write(List<PostWrite> batch) {
        List<WriteOutcome> outcomes = new ArrayList<>(batch.size());
        Rounds.of(batch).forEach(round -> outcomes.addAll(apply(round)));
        return outcomes;
    }

    private List<WriteOutcome> apply(List<PostWrite> round) {
        Set<Slice> slices = slices(round);
        Map<String, List<Copy>> copies = finder.find(looks(round, slices));
        List<WritePlan> plans =
                round.stream()
                        .map(
                                write ->
                                        plan(
                                                write,
                                                copies.getOrDefault(write.documentId(), List.of())))
                        .toList();
        List<List<BulkResponseItem>> first = send(plans.stream().map(WritePlan::first).toList());
        List<WriteOutcome> outcomes = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            outcomes.add(plans.get(i).outcome(first.get(i)));
        }
        return clearOtherSlices(plans, outcomes);
    }

    /** All slices, after creating those that the round needs. */
    private Set<Slice> slices(List<PostWrite> round) {
        Set<Slice> slices = new HashSet<>(catalog.existing());
        for (PostWrite write : round) {
            Classification.of(write).filter(slices::add).ifPresent(catalog::create);
        }
        return slices;
    }

    /** Where copies may lie that a write has to care for. */
    private List<CopyFinder.Look> looks(List<PostWrite> round, Set<Slice> slices) {
        List<CopyFinder.Look> looks = new ArrayList<>();
        for (PostWrite write : round) {
            Optional<Slice> target = Classification.of(write);
            if (write.post() == null) {
                looks.addAll(finder.everywhere(write.documentId(), slices, false));
                looks.addAll(finder.everywhere(write.documentId(), slices, true));
            } else if (target.isPresent()) {
                Collection<Slice> others =
                        slices.stream().filter(slice -> !slice.equals(target.get())).toList();
                looks.addAll(finder.everywhere(write.documentId(), others, false));
            }
        }
        return looks;
    }

    @Control("RET-01")
    private WritePlan plan(PostWrite write, List<Copy> copies) {
        StoredPost post = write.post();
        IdentityRecord identity = write.identity();
        if (post == null) {
            return WritePlan.erase(write, onePerSlice(copies), catalog);
        }
        Optional<Slice> target = Classification.of(write);
        if (identity == null || target.isEmpty()) {
            return WritePlan.unclassified(write);
        }
        return WritePlan.upsert(write, post, identity, target.get(), copies, catalog);
    }

    /** A post and its identity entry are two findings of one copy. */
    private static List<Copy> onePerSlice(List<Copy> copies) {
        return copies.stream()
                .map(Copy::slice)
                .distinct()
                .map(
                        slice ->
                                new Copy(
                                        slice,
                                        copies.stream()
                                                .filter(copy -> copy.slice().equals(slice))
                                                .mapToLong(Copy::version)
                                                .max()
                                                .orElse(0)))
                .toList();
    }

    private List<WriteOutcome> clearOtherSlices(
            List<WritePlan> plans, List<WriteOutcome> outcomes) {
        List<List<BulkOperation>> operations = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            boolean written = outcomes.get(i).result() == Result.OK;
            operations.add(written ? plans.get(i).then() : List.of());
        }
        List<List<BulkResponseItem>> then = send(operations);
        List<WriteOutcome> cleared = new ArrayList<>(outcomes.size());
        for (int i = 0; i < plans.size(); i++) {
            cleared.add(plans.get(i).outcomeAfterwards(outcomes.get(i), then.get(i)));
        }
        return cleared;
    }

    /** Sends everything as one request and hands each plan the answers to its own operations. */
    private List<List<BulkResponseItem>> send(List<List<BulkOperation>> perPlan) {
        List<BulkResponseItem> items = bulk.write(perPlan.stream().flatMap(List::stream).toList());
        List<List<BulkResponseItem>> answers = new ArrayList<>(perPlan.size());
        int from = 0;
        for (List<BulkOperation> operations : perPlan) {
            answers.add(items.subList(from, from + operations.size()));
            from += operations.size();
        }
        return answers;
    }
}
