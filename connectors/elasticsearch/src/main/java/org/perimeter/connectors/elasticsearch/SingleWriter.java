// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;

import java.util.List;

/** Replaces single documents and waits until they are safe. */
final class SingleWriter {

    private final BulkWriter bulk;
    private final String alias;

    SingleWriter(Elastic elastic, String alias) {
        this.bulk = BulkWriter.toAlias(elastic, "write " + alias);
        this.alias = alias;
    }

    /**
     * Replaces the document with this id.
     *
     * @throws StoreException when it is not written
     */
    void put(String id, Object document) {
        BulkResponseItem item =
                bulk.write(List.of(Operations.overwrite(alias, id, document))).get(0);
        Result result = Failures.resultOf(item);
        if (result != Result.OK) {
            throw new StoreException(
                    "write " + alias + " refused: " + Failures.typeOf(item),
                    result == Result.RETRY,
                    null);
        }
    }
}
