// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.search;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Grant;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.error.ApiException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The search of one incident's posts. */
public final class SearchRoutes {

    private final IncidentStore incidents;
    private final PostStore posts;
    private final AccessGuard guard;

    public SearchRoutes(IncidentStore incidents, PostStore posts, AccessGuard guard) {
        this.incidents = incidents;
        this.posts = posts;
        this.guard = guard;
    }

    /** The routes of this package. */
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/v1/incidents/{id}/searches",
                                "Searches the posts of one incident. The search is in the ledger"
                                        + " before its results leave; header Audit-Leaf says where.",
                                SearchRequest.class,
                                PostPageView.class,
                                this::search)
                        .with(Parameter.path("id", "The incident.")));
    }

    private PostPageView search(Call call, SearchRequest request) {
        String incidentId = call.path("id");
        PostQuery query = request.within(incidentId);
        String caseNumber = request.statedCaseNumber();
        Incident incident =
                incidents
                        .find(incidentId)
                        .orElseThrow(() -> guard.absent(call.caller(), Action.SEARCH, incidentId));
        Grant grant =
                guard.require(
                        call.caller(), Action.SEARCH, request.purpose(), caseNumber, incident);
        Page<StoredPost> page = find(query);
        Map<String, Object> details = new LinkedHashMap<>(describe(query));
        details.put("incident", incidentId);
        details.put("purpose", String.valueOf(request.purpose()));
        details.put("caseNumber", caseNumber);
        details.put("count", page.items().size());
        details.put("total", page.total());
        details.put("ids", page.items().stream().map(StoredPost::id).toList());
        long leaf = grant.record(LedgerEntryType.SEARCH, details);
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        return new PostPageView(
                page.items().stream().map(PostView::of).toList(), page.next(), page.total(), leaf);
    }

    private Page<StoredPost> find(PostQuery query) {
        try {
            return posts.search(query);
        } catch (IllegalArgumentException e) {
            // All else in the query was checked before.
            throw ApiException.badField("after", "must be the next of an earlier page");
        }
    }

    private static Map<String, Object> describe(PostQuery query) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("text", query.text());
        told.put("kinds", query.kinds().stream().map(Enum::name).toList());
        put(told, "since", query.since());
        put(told, "until", query.until());
        put(told, "withinMeters", query.withinMeters());
        put(told, "center", query.center());
        put(told, "after", query.after());
        told.put("limit", query.limit());
        return told;
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value instanceof Number ? value : value.toString());
        }
    }
}
