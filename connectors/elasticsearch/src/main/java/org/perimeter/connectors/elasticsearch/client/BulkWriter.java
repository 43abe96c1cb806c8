// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.client;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.spi.store.StoreException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sends bulk requests; an empty batch costs nothing. */
public final class BulkWriter {

    /** Answers that blame what was sent: not well formed, and too large. */
    private static final Set<Integer> OF_CONTENT = Set.of(400, 413);

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
     * One item per operation, in order. When the engine refuses a request as a whole for what is in
     * it, such as one id that is too long, the halves are sent apart, so that the one bad operation
     * is refused alone and its neighbours are written.
     *
     * @throws StoreException when the whole request failed for another reason
     */
    public List<BulkResponseItem> write(List<BulkOperation> operations) {
        return operations.isEmpty() ? List.of() : elastic.call(what, () -> send(operations));
    }

    private List<BulkResponseItem> send(List<BulkOperation> operations) throws IOException {
        try {
            return elastic.client()
                    .bulk(
                            bulk ->
                                    bulk.operations(operations)
                                            .requireAlias(toAlias)
                                            .refresh(refresh))
                    .items();
        } catch (ElasticsearchException e) {
            if (!OF_CONTENT.contains(e.status())) {
                throw e;
            }
            return operations.size() == 1
                    ? List.of(RefusedItem.of(operations.get(0), e))
                    : apart(operations);
        }
    }

    private List<BulkResponseItem> apart(List<BulkOperation> operations) throws IOException {
        int half = operations.size() / 2;
        List<BulkResponseItem> items = new ArrayList<>(operations.size());
        items.addAll(send(operations.subList(0, half)));
        items.addAll(send(operations.subList(half, operations.size())));
        return items;
    }
}
