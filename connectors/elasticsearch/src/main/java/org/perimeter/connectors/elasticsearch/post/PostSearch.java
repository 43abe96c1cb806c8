// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Instants;
import org.perimeter.connectors.elasticsearch.schema.IndexFamily;
import org.perimeter.connectors.elasticsearch.schema.IndexNames;
import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.policy.model.post.StoredPost;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches all slices of one deployment, newest posts first. */
final class PostSearch {

    /** The engine's own limit on one page. */
    private static final int MOST_IDS = 10_000;

    /** Below the engine's limit on buckets. */
    private static final int MOST_INCIDENTS = 50_000;

    private static final String INCIDENTS = "incidents";

    private static final List<SortOptions> NEWEST_FIRST =
            List.of(
                    SortOptions.of(
                            sort ->
                                    sort.field(
                                            field ->
                                                    field.field("witnessedAt")
                                                            .order(SortOrder.Desc)
                                                            .format(Instants.FORMAT))),
                    SortOptions.of(
                            sort -> sort.field(field -> field.field("id").order(SortOrder.Asc))));

    private final Elastic elastic;
    private final String alias;

    PostSearch(Elastic elastic, IndexNames names) {
        this.elastic = elastic;
        this.alias = names.alias(IndexFamily.POSTS);
    }

    Page<StoredPost> page(PostQuery query) {
        String after = query.after();
        SearchRequest.Builder request = request(query).size(query.limit() + 1);
        if (after != null) {
            PageToken token = PageToken.parse(after);
            request.searchAfter(Instants.exact(token.witnessedAt()), token.id());
        }
        SearchResponse<StoredPost> response = ask("search posts", request, StoredPost.class);
        List<StoredPost> found =
                response.hits().hits().stream().map(Hit::source).filter(Objects::nonNull).toList();
        List<StoredPost> items = found.subList(0, Math.min(found.size(), query.limit()));
        boolean more = found.size() > query.limit();
        return new Page<>(
                items,
                more ? PageToken.of(items.get(items.size() - 1)).format() : null,
                total(response));
    }

    long count(PostQuery query) {
        return total(ask("count posts", request(query).size(0), Void.class));
    }

    List<String> ids(String incidentId, int limit) {
        PostQuery all = PostQuery.newest(incidentId, 1);
        SearchRequest.Builder request =
                request(all).size(Math.min(limit, MOST_IDS)).source(source -> source.fetch(false));
        return ask("list posts", request, Void.class).hits().hits().stream()
                .map(Hit::id)
                .filter(Objects::nonNull)
                .toList();
    }

    Set<String> incidents() {
        SearchRequest.Builder request =
                new SearchRequest.Builder()
                        .index(alias)
                        .ignoreUnavailable(true)
                        .allowPartialSearchResults(false)
                        .size(0)
                        .aggregations(
                                INCIDENTS,
                                of ->
                                        of.terms(
                                                terms ->
                                                        terms.field("incidentId")
                                                                .size(MOST_INCIDENTS)));
        Aggregate found =
                ask("list incidents of posts", request, Void.class).aggregations().get(INCIDENTS);
        return found == null || !found.isSterms()
                ? Set.of()
                : found.sterms().buckets().array().stream()
                        .map(bucket -> bucket.key().stringValue())
                        .collect(Collectors.toSet());
    }

    private SearchRequest.Builder request(PostQuery query) {
        return new SearchRequest.Builder()
                .index(alias)
                .ignoreUnavailable(true)
                .allowPartialSearchResults(false)
                .trackTotalHits(track -> track.enabled(true))
                .query(PostFilters.of(query))
                .sort(NEWEST_FIRST);
    }

    private <T> SearchResponse<T> ask(String what, SearchRequest.Builder request, Class<T> type) {
        SearchRequest built = request.build();
        return elastic.callPatiently(what, () -> elastic.client().search(built, type));
    }

    private static long total(SearchResponse<?> response) {
        return response.hits().total() == null ? 0 : response.hits().total().value();
    }
}
