// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.perimeter.connectors.elasticsearch.engine.EngineExtension;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.connectors.testkit.store.PostSearchContract;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** All tests share the indices of one store, as all incidents do. */
final class ElasticPostSearchIT extends PostSearchContract {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    private static final AtomicReference<StoresFactory> FACTORY = new AtomicReference<>();

    @BeforeAll
    static void shareOneStore() {
        FACTORY.set(ENGINE.newFactory());
    }

    @Override
    protected Stores newStores() {
        return Objects.requireNonNull(FACTORY.get(), "before the first test").open();
    }
}
