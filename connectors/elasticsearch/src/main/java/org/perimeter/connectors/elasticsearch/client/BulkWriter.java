// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.client;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.spi.store.StoreException;

import java.util.List;

/** Sends bulk requests; an empty batch costs nothing. */
public final class BulkWriter {

    private final Elastic elastic;
    private final String what;
    private final boolean toAlias;
    private final Refresh refresh;

    private BulkWriter(Elastic elastic, String what, boolean toAlias, Refresh refresh) {
        this.elastic = elastic;
        this.what = what;
        this.toAlias = toAlias;
        this.refresh = refresh;
    }

    /** For operations that name indices. */
    public static BulkWriter toIndices(Elastic elastic, String what) {
        return new BulkWriter(elastic, what, false, Refresh.False);
    }

    /**
     * For operations that name an alias, which must exist: an index that springs into being under
     * its name would have no strict mapping.
     */
    public static BulkWriter toAlias(Elastic elastic, String what) {
        return new BulkWriter(elastic, what, true, Refresh.False);
    }

    /** The same, with every batch visible to searches when it is answered; for rare writes. */
    public BulkWriter visibleAtOnce() {
        return new BulkWriter(elastic, what, toAlias, Refresh.True);
    }

    /**
     * One item per operation, in order.
     *
     * @throws StoreException when the whole request failed
     */
    public List<BulkResponseItem> write(List<BulkOperation> operations) {
        if (operations.isEmpty()) {
            return List.of();
        }
        BulkResponse response =
                elastic.call(
                        what,
                        () ->
                                elastic.client()
                                        .bulk(
                                                bulk ->
                                                        bulk.operations(operations)
                                                                .requireAlias(toAlias)
                                                                .refresh(refresh)));
        return response.items();
    }
}
