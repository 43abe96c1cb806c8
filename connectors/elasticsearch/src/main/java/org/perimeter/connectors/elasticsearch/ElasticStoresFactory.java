// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.schema.IndexNames;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;

/**
 * The recipe for a store in Elasticsearch.
 *
 * @param url base URL of a node or cluster, such as {@code http://127.0.0.1:9251}
 * @param prefix begins the name of every index; separates deployments that share a cluster
 * @param strict whether a deprecation warning of the server fails the call, for tests; otherwise it
 *     is logged
 */
public record ElasticStoresFactory(String url, String prefix, boolean strict)
        implements StoresFactory {

    private static final long serialVersionUID = 1L;

    /**
     * @throws IllegalArgumentException when the prefix cannot begin the name of an index
     */
    public ElasticStoresFactory {
        new IndexNames(prefix);
    }

    /** A store whose server may warn. */
    public ElasticStoresFactory(String url, String prefix) {
        this(url, prefix, false);
    }

    @Override
    public Stores open() {
        return new ElasticStores(Elastic.connect(url, strict), new IndexNames(prefix));
    }
}
