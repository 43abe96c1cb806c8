// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.engine;

import org.perimeter.connectors.elasticsearch.client.Elastic;

import java.util.List;

/** Removes what a test's store left in an engine, which may be one that others use too. */
final class Leftovers {

    private Leftovers() {}

    static void remove(String url, String prefix) {
        try (Elastic elastic = Elastic.connect(url, false)) {
            List<String> indices =
                    List.copyOf(
                            elastic.call(
                                            "list indices",
                                            () ->
                                                    elastic.client()
                                                            .indices()
                                                            .getAlias(
                                                                    get ->
                                                                            get.index(
                                                                                    prefix + "-*")))
                                    .aliases()
                                    .keySet());
            if (!indices.isEmpty()) {
                elastic.call(
                        "delete indices",
                        () -> elastic.client().indices().delete(delete -> delete.index(indices)));
                elastic.call(
                        "delete templates",
                        () ->
                                elastic.client()
                                        .indices()
                                        .deleteIndexTemplate(delete -> delete.name(prefix + "-*")));
                elastic.call(
                        "delete component templates",
                        () ->
                                elastic.client()
                                        .cluster()
                                        .deleteComponentTemplate(
                                                delete -> delete.name(prefix + "-*")));
            }
        }
    }
}
