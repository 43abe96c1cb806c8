// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.engine.EngineExtension;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.model.incident.Incident;

import java.io.StringReader;

final class RecordReaderIT {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    private Elastic elastic = Elastic.connect("http://127.0.0.1:1", true);
    private String index = "unset";

    @BeforeEach
    void connect() {
        elastic.close();
        elastic = Elastic.connect(ENGINE.url(), true);
        ElasticStoresFactory factory = ENGINE.newFactory();
        try (Stores stores = factory.open()) {
            stores.prepare();
        }
        index = factory.prefix() + "-records";
    }

    @AfterEach
    void disconnect() {
        elastic.close();
    }

    private RecordReader<Incident> reader() {
        return new RecordReader<>(elastic, index, Incident.class);
    }

    @Test
    void findsNothingInAnIndexThatIsNotThereYet() {
        assertThat(reader().find("manual:1")).isEmpty();
    }

    @Test
    void failsInsteadOfFindingNothingWhileAnIndexIsNotReadable() {
        // Given
        // No node may hold it: as each index is for a moment after the engine's start
        String settings =
                """
                {"settings": {"index.routing.allocation.require._name": "nobody"}}
                """;
        elastic.call(
                "create index",
                () ->
                        elastic.client()
                                .indices()
                                .create(
                                        create ->
                                                create.index(index)
                                                        .waitForActiveShards(none -> none.count(0))
                                                        .withJson(new StringReader(settings))));

        // When
        StoreException failure =
                catchThrowableOfType(StoreException.class, () -> reader().find("manual:1"));

        // Then
        assertThat(failure).isNotNull();
        assertThat(failure.retryable()).isTrue();
    }
}
