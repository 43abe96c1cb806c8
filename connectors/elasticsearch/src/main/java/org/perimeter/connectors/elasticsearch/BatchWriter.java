// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.spi.store.WriteOutcome;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Writes batches in the order in which they come, off the caller's thread. */
final class BatchWriter {

    private final BulkWriter bulk;
    private final Executor inOrder;

    BatchWriter(BulkWriter bulk, Executor inOrder) {
        this.bulk = bulk;
        this.inOrder = inOrder;
    }

    /** One outcome per operation, named by the given ids, in order. */
    CompletionStage<List<WriteOutcome>> write(List<String> ids, List<BulkOperation> operations) {
        return CompletableFuture.supplyAsync(() -> outcomes(ids, bulk.write(operations)), inOrder);
    }

    private static List<WriteOutcome> outcomes(List<String> ids, List<BulkResponseItem> items) {
        List<WriteOutcome> outcomes = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            BulkResponseItem item = items.get(i);
            outcomes.add(
                    new WriteOutcome(ids.get(i), Failures.resultOf(item), Failures.typeOf(item)));
        }
        return outcomes;
    }
}
