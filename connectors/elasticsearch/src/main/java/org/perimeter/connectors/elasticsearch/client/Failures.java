// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.client;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;

import java.io.IOException;
import java.util.Set;

/**
 * Tells what may succeed later from what never will. The client's exceptions are never chained:
 * their messages quote requests, responses and previews of field values.
 */
public final class Failures {

    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);
    private static final String INDEX_NOT_FOUND = "index_not_found_exception";

    private Failures() {}

    static StoreException refused(String what, ElasticsearchException refusal) {
        return new StoreException(
                what + " refused: " + refusal.status() + " " + refusal.error().type(),
                RETRYABLE.contains(refusal.status()),
                null);
    }

    static StoreException unreachable(String what, IOException failure) {
        return new StoreException(
                what + " failed: " + failure.getClass().getSimpleName(), true, null);
    }

    /**
     * Lets an item pass that is absent because its index is not there yet.
     *
     * @throws StoreException for every other reason: then nobody knows whether it is there
     */
    public static void requireAbsent(String what, ErrorCause error) {
        if (!INDEX_NOT_FOUND.equals(error.type())) {
            throw new StoreException(what + " refused: " + error.type(), true, null);
        }
    }

    /** What became of one item of a bulk request that writes, or deletes when it is there. */
    public static Result resultOf(BulkResponseItem item) {
        ErrorCause error = item.error();
        int status = item.status();
        if (error == null) {
            return "not_found".equals(item.result())
                    ? Result.ABSENT
                    : "deleted".equals(item.result()) ? Result.ERASED : Result.OK;
        }
        if (status == 409) {
            return Result.STALE;
        }
        // An index that is missing now will be there once the store is prepared.
        return RETRYABLE.contains(status) || INDEX_NOT_FOUND.equals(error.type())
                ? Result.RETRY
                : Result.POISON;
    }

    /** The engine's own name for what went wrong with an item; empty when all is well. */
    public static String typeOf(BulkResponseItem item) {
        ErrorCause error = item.error();
        String type = error == null ? null : error.type();
        return type == null ? "" : type;
    }
}
