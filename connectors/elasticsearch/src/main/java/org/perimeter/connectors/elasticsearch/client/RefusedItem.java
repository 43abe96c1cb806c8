// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.client;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;

/** Says of one operation what the engine said of the request that held it alone. */
final class RefusedItem {

    private RefusedItem() {}

    /** The item; it keeps the kind of error and not its reason, which may quote the document. */
    static BulkResponseItem of(BulkOperation operation, ElasticsearchException refusal) {
        return BulkResponseItem.of(
                item ->
                        item.operationType(type(operation))
                                .index("")
                                .status(refusal.status())
                                .error(ErrorCause.of(e -> e.type(refusal.error().type()))));
    }

    private static OperationType type(BulkOperation operation) {
        return switch (operation._kind()) {
            case Create -> OperationType.Create;
            case Index -> OperationType.Index;
            case Update -> OperationType.Update;
            case Delete -> OperationType.Delete;
        };
    }
}
