// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.policy.controls.Control;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Creates what the store needs: one component template with the shared settings and one with the
 * strict mapping of each family, one composable template per family that joins them, the single
 * indices, and the aliases. Safe to repeat, and from several processes at once.
 */
public final class Schema {

    /** Above the templates that a cluster brings along. */
    private static final long PRIORITY = 500;

    private final Elastic elastic;
    private final IndexNames names;
    private final IndexCreation creation;
    private final AtomicBoolean prepared = new AtomicBoolean();

    /** The schema of one deployment. */
    public Schema(Elastic elastic, IndexNames names) {
        this.elastic = elastic;
        this.names = names;
        this.creation = new IndexCreation(elastic);
    }

    /** Creates whatever is missing and updates the templates. */
    public void prepare() {
        List<IndexFamily> all = List.of(IndexFamily.values());
        putComponent(names.settings(), "settings");
        // The engine joins what arrives together into one change of its state.
        together(all, family -> putComponent(names.alias(family), family.word()));
        together(all, this::putTemplate);
        together(
                all.stream().filter(family -> !family.isSliced()).toList(),
                family -> creation.create(names.index(family)));
        together(all, this::putMapping);
        prepared.set(true);
    }

    /** Creates the index of a slice; without its template it would have no strict mapping. */
    public void create(IndexFamily family, Slice slice) {
        if (!prepared.get()) {
            prepare();
        }
        creation.create(names.index(family, slice));
    }

    private static void together(List<IndexFamily> families, Consumer<IndexFamily> step) {
        ExecutorService threads = Executors.newFixedThreadPool(families.size());
        try {
            CompletableFuture.allOf(
                            families.stream()
                                    .map(
                                            family ->
                                                    CompletableFuture.runAsync(
                                                            () -> step.accept(family), threads))
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException refused ? refused : e;
        } finally {
            threads.shutdown();
        }
    }

    private void putComponent(String name, String resource) {
        elastic.call(
                "put component template " + name,
                () -> {
                    try (InputStream json = open(resource)) {
                        return elastic.client()
                                .cluster()
                                .putComponentTemplate(put -> put.name(name).withJson(json));
                    }
                });
    }

    @Control({"COL-07", "FAS-03"})
    private void putTemplate(IndexFamily family) {
        String name = names.alias(family);
        elastic.call(
                "put index template " + name,
                () ->
                        elastic.client()
                                .indices()
                                .putIndexTemplate(
                                        put ->
                                                put.name(name)
                                                        .indexPatterns(names.pattern(family))
                                                        .priority(PRIORITY)
                                                        .composedOf(names.settings(), name)
                                                        .template(
                                                                template ->
                                                                        template.aliases(
                                                                                name,
                                                                                alias -> alias))));
    }

    /**
     * Teaches indices that an earlier version made the fields that came since: their mapping is
     * strict, and would refuse what is written now.
     */
    private void putMapping(IndexFamily family) {
        JsonNode mappings = mappings(family);
        elastic.call(
                "put mapping " + names.alias(family),
                () ->
                        elastic.client()
                                .indices()
                                .putMapping(
                                        put ->
                                                put.index(names.pattern(family))
                                                        .allowNoIndices(true)
                                                        .withJson(
                                                                new StringReader(
                                                                        mappings.toString()))));
    }

    static JsonNode mappings(IndexFamily family) {
        try (InputStream json = open(family.word())) {
            return new ObjectMapper().readTree(json).path("template").path("mappings");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mapping of " + family.word(), e);
        }
    }

    static InputStream open(String resource) {
        InputStream json = Schema.class.getResourceAsStream(resource + ".json");
        if (json == null) {
            throw new UncheckedIOException(new IOException("no resource " + resource + ".json"));
        }
        return json;
    }
}
