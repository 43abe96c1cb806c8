// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.StoreException;

import java.util.List;

/** Deletes the documents of one alias that meet a query, until none is found any more. */
final class RecordEraser {

    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 1_000;

    private final Elastic elastic;
    private final BulkWriter bulk;
    private final String alias;

    RecordEraser(Elastic elastic, String alias) {
        this.elastic = elastic;
        this.bulk = BulkWriter.toAlias(elastic, "delete from " + alias).visibleAtOnce();
        this.alias = alias;
    }

    /**
     * Deletes, and looks again.
     *
     * @return how many went
     * @throws StoreException when it cannot be done, or there is no end of them
     */
    long erase(Query query) {
        refresh();
        long erased = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            List<String> ids = ids(query);
            if (ids.isEmpty()) {
                return erased;
            }
            bulk.write(ids.stream().map(id -> Operations.delete(alias, id)).toList());
            erased += ids.size();
        }
        throw new StoreException("delete from " + alias + ": some are left", true, null);
    }

    private List<String> ids(Query query) {
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
                                                                .source(of -> of.fetch(false))
                                                                .size(PAGE),
                                                Void.class))
                .hits()
                .hits()
                .stream()
                .map(Hit::id)
                .toList();
    }

    private void refresh() {
        elastic.call(
                "refresh " + alias,
                () ->
                        elastic.client()
                                .indices()
                                .refresh(refresh -> refresh.index(alias).ignoreUnavailable(true)));
    }
}
