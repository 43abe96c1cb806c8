// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetOperation;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.schema.Slice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds documents by id in all slices, in real time: also what no search shows yet. That costs one
 * look per id and slice, and there are few slices (a day each, as many as the classes live).
 */
final class CopyFinder {

    private static final int LOOKS_PER_REQUEST = 5_000;

    private final Elastic elastic;
    private final SliceCatalog catalog;

    CopyFinder(Elastic elastic, SliceCatalog catalog) {
        this.elastic = elastic;
        this.catalog = catalog;
    }

    /** A place to look: an id in an index of a slice. */
    record Look(String id, Slice slice, String index) {}

    /** All copies of these looks that exist, by document id. */
    Map<String, List<Copy>> find(List<Look> looks) {
        Map<String, List<Copy>> found = new HashMap<>();
        for (int from = 0; from < looks.size(); from += LOOKS_PER_REQUEST) {
            List<Look> some = looks.subList(from, Math.min(looks.size(), from + LOOKS_PER_REQUEST));
            List<Optional<GetResult<Void>>> results = get(some, Void.class, false);
            for (int i = 0; i < some.size(); i++) {
                Look look = some.get(i);
                results.get(i)
                        .ifPresent(
                                result ->
                                        found.computeIfAbsent(look.id(), id -> new ArrayList<>())
                                                .add(new Copy(look.slice(), version(result))));
            }
        }
        return found;
    }

    /** The newest copy of one document with its content. */
    <T> Optional<T> newest(List<Look> looks, Class<T> type) {
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        return get(looks, type, true).stream()
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(CopyFinder::version))
                .map(GetResult::source);
    }

    /** The looks for one id in every slice. */
    List<Look> everywhere(String id, Collection<Slice> slices, boolean identities) {
        return slices.stream()
                .map(
                        slice ->
                                new Look(
                                        id,
                                        slice,
                                        identities
                                                ? catalog.identities(slice)
                                                : catalog.posts(slice)))
                .toList();
    }

    private static long version(GetResult<?> result) {
        Long version = result.version();
        return version == null ? 0 : version;
    }

    private <T> List<Optional<GetResult<T>>> get(List<Look> looks, Class<T> type, boolean source) {
        List<MultiGetOperation> operations =
                looks.stream()
                        .map(
                                look ->
                                        MultiGetOperation.of(
                                                get -> get.index(look.index()).id(look.id())))
                        .toList();
        MgetResponse<T> response =
                elastic.call(
                        "get documents",
                        () ->
                                elastic.client()
                                        .mget(
                                                get ->
                                                        get.docs(operations)
                                                                .source(
                                                                        sources ->
                                                                                sources.fetch(
                                                                                        source)),
                                                type));
        return response.docs().stream().map(CopyFinder::present).toList();
    }

    private static <T> Optional<GetResult<T>> present(MultiGetResponseItem<T> item) {
        if (item.isFailure()) {
            Failures.requireAbsent("get documents", item.failure().error());
            return Optional.empty();
        }
        return item.result().found() ? Optional.of(item.result()) : Optional.empty();
    }
}
