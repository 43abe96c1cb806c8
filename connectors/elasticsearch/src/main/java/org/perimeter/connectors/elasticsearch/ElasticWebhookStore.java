// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.connectors.spi.store.webhook.WebhookState;
import org.perimeter.connectors.spi.store.webhook.WebhookStore;

import java.util.List;
import java.util.Optional;

/**
 * States of webhook endpoints in Elasticsearch. The revision is the external version of the
 * document: of two that were changed from the same state the engine takes one.
 */
final class ElasticWebhookStore implements WebhookStore {

    private final RecordReader<WebhookState> reader;
    private final BulkWriter bulk;
    private final String alias;

    ElasticWebhookStore(Elastic elastic, String alias) {
        this.reader = new RecordReader<>(elastic, alias, WebhookState.class);
        this.bulk = BulkWriter.toAlias(elastic, "write " + alias);
        this.alias = alias;
    }

    @Override
    public Optional<WebhookState> find(String endpoint) {
        return reader.find(endpoint);
    }

    @Override
    public Optional<WebhookState> save(WebhookState state) {
        WebhookState next = state.withNextRevision();
        Result result =
                Failures.resultOf(
                        bulk.write(
                                        List.of(
                                                Operations.indexNewer(
                                                        alias,
                                                        next.endpoint(),
                                                        next.revision(),
                                                        next)))
                                .get(0));
        if (result == Result.OK || result == Result.STALE) {
            return result == Result.OK ? Optional.of(next) : Optional.empty();
        }
        throw new StoreException("write " + alias + " refused", result == Result.RETRY, null);
    }
}
