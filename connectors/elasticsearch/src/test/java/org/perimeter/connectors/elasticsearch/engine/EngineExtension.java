// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives integration tests an Elasticsearch: a given URL ({@code -Dengine.url=}), else a container
 * where Docker answers, else the local node. One engine serves all tests of a JVM and is stopped
 * after the last. With {@code -Dengine.required=true} a missing engine fails the tests; otherwise
 * it skips them, and says so.
 */
public final class EngineExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final System.Logger LOGGER = System.getLogger(EngineExtension.class.getName());

    private final Deque<String> prefixes = new ArrayDeque<>();
    private int ofTheClass;
    private @Nullable String url;

    /** Finds or starts the engine that all tests share. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Engine> engine =
                context.getRoot()
                        .getStore(Namespace.create(EngineExtension.class))
                        .getOrComputeIfAbsent(
                                "engine", key -> new SharedEngine(started()), SharedEngine.class)
                        .engine();
        if (Boolean.getBoolean("engine.required")) {
            assertThat(engine).as("an Elasticsearch for the integration tests").isPresent();
        }
        assumeTrue(engine.isPresent(), "no Elasticsearch: build connectors/elasticsearch-node");
        context.publishReportEntry("engine", engine.get().name());
        url = engine.get().url();
    }

    private static Optional<Engine> started() {
        Optional<Engine> engine = Engines.start();
        LOGGER.log(
                System.Logger.Level.INFO,
                "Integration tests run on {0}",
                engine.map(Engine::name).orElse("nothing: there is no Elasticsearch"));
        return engine;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ofTheClass = prefixes.size();
    }

    /** Removes the stores that the test asked for. */
    @Override
    public void afterEach(ExtensionContext context) {
        removeDownTo(ofTheClass);
    }

    /** Removes the stores that the class asked for before its tests. */
    @Override
    public void afterAll(ExtensionContext context) {
        removeDownTo(0);
    }

    private void removeDownTo(int kept) {
        while (prefixes.size() > kept) {
            Leftovers.remove(url(), prefixes.pop());
        }
    }

    /** Base URL of the engine. */
    public String url() {
        return Objects.requireNonNull(url, "no test class has begun");
    }

    /** A recipe for a store that no other test uses, and that fails on deprecation warnings. */
    public ElasticStoresFactory newFactory() {
        String prefix = "test-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
        prefixes.push(prefix);
        return new ElasticStoresFactory(url(), prefix, true);
    }
}
