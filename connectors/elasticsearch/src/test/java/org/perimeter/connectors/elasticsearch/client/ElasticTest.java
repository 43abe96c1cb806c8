// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.StoreException;

import java.util.concurrent.atomic.AtomicInteger;

final class ElasticTest {

    private final Elastic elastic = Elastic.connect("http://127.0.0.1:1", true);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        elastic.close();
    }

    @Test
    void waitsForAnIndexThatIsBeingMade() {
        // Given an engine that is not available twice

        // When
        String answer =
                elastic.callPatiently(
                        "search posts",
                        () -> {
                            if (asked.incrementAndGet() < 3) {
                                throw refusal(503, "search_phase_execution_exception");
                            }
                            return "found";
                        });

        // Then
        assertThat(answer).isEqualTo("found");
        assertThat(asked).hasValue(3);
    }

    @Test
    void givesUpAfterAWhile() {
        // Given an engine that stays away

        // When
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(
                        () ->
                                elastic.callPatiently(
                                        "search posts",
                                        () -> {
                                            asked.incrementAndGet();
                                            throw refusal(503, "no_shard_available");
                                        }))

                // Then
                .withMessageContaining("503");
        assertThat(asked.get()).isGreaterThan(3);
    }

    @Test
    void doesNotWaitForWhatWaitingCannotMend() {
        // Given a request that is wrong

        // When
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(
                        () ->
                                elastic.callPatiently(
                                        "search posts",
                                        () -> {
                                            asked.incrementAndGet();
                                            throw refusal(400, "parsing_exception");
                                        }));

        // Then
        assertThat(asked).hasValue(1);
    }

    private static ElasticsearchException refusal(int status, String type) {
        return new ElasticsearchException(
                "search",
                ErrorResponse.of(
                        answer ->
                                answer.status(status)
                                        .error(error -> error.type(type).reason("told"))));
    }
}
