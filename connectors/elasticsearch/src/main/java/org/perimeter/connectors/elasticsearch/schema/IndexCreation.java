// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.schema;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;

import org.perimeter.connectors.elasticsearch.client.Elastic;

import java.io.IOException;

/** Creates indices that may exist already. */
final class IndexCreation {

    private final Elastic elastic;

    IndexCreation(Elastic elastic) {
        this.elastic = elastic;
    }

    /** Creates the index by its template, unless it is there or another process is faster. */
    void create(String index) {
        elastic.call("create index " + index, () -> createUnlessThere(index));
    }

    private boolean createUnlessThere(String index) throws IOException {
        if (elastic.client().indices().exists(exists -> exists.index(index)).value()) {
            return false;
        }
        try {
            return elastic.client().indices().create(create -> create.index(index)).acknowledged();
        } catch (ElasticsearchException e) {
            if ("resource_already_exists_exception".equals(e.error().type())) {
                return false;
            }
            throw e;
        }
    }
}
