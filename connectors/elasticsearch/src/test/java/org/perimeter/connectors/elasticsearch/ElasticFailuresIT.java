// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.perimeter.connectors.elasticsearch.engine.EngineExtension;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.policy.model.reading.ThreatKind;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

final class ElasticFailuresIT {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    private static final String SECRET = "sentinelword";

    private static String everythingItSays(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        return all.toString();
    }

    @Test
    void answersPoisonForADocumentThatNeverFitsAndKeepsTheRest() {
        try (Stores stores = ENGINE.newFactory().open()) {
            // Given
            // A time that the mapping cannot hold
            stores.prepare();
            SamplePost poison =
                    SamplePost.of("manual:1", "a")
                            .withText(SECRET)
                            .withWitnessedAt(Instant.parse("1883-01-01T00:00:00Z"));

            // When
            List<WriteOutcome> outcomes =
                    stores.posts()
                            .write(
                                    List.of(
                                            poison.upsert(),
                                            SamplePost.of("manual:1", "b").upsert()))
                            .toCompletableFuture()
                            .join();

            // Then
            assertThat(outcomes)
                    .extracting(WriteOutcome::result)
                    .containsExactly(Result.POISON, Result.OK);
            assertThat(outcomes.get(0).detail())
                    .isEqualTo("document_parsing_exception")
                    .doesNotContain(SECRET);
            assertThat(stores.posts().find("a")).isEmpty();
            assertThat(stores.posts().find("b")).isPresent();
        }
    }

    @Test
    void answersPoisonForTheOneWriteThatMakesTheEngineRefuseTheWholeRequest() {
        try (Stores stores = ENGINE.newFactory().open()) {
            // Given
            // An id of more bytes than the engine takes: it answers the whole request with 400
            stores.prepare();
            List<PostWrite> batch =
                    List.of(
                            SamplePost.of("manual:1", "before").upsert(),
                            SamplePost.of("manual:1", SECRET.repeat(60)).upsert(),
                            SamplePost.of("manual:1", "after").upsert());

            // When
            List<WriteOutcome> outcomes = stores.posts().write(batch).toCompletableFuture().join();

            // Then
            assertThat(outcomes)
                    .extracting(WriteOutcome::result)
                    .containsExactly(Result.OK, Result.POISON, Result.OK);
            assertThat(outcomes.get(1).detail()).isNotEmpty().doesNotContain(SECRET);
            assertThat(stores.posts().find("before")).isPresent();
            assertThat(stores.posts().find("after")).isPresent();
        }
    }

    @Test
    void neverQuotesTheQueryThatTheEngineRefuses() {
        try (Stores stores = ENGINE.newFactory().open()) {
            // Given
            // More words than the engine takes in one query
            stores.prepare();
            stores.posts()
                    .write(List.of(SamplePost.of("manual:1", "b").upsert()))
                    .toCompletableFuture()
                    .join();
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < 100_000; i++) {
                words.append(SECRET).append(i).append(' ');
            }
            PostQuery query =
                    new PostQuery(
                            "manual:1",
                            words.toString(),
                            List.<ThreatKind>of(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            10);

            // When
            StoreException failure =
                    catchThrowableOfType(StoreException.class, () -> stores.posts().search(query));

            // Then
            assertThat(failure.retryable()).isFalse();
            assertThat(everythingItSays(failure)).doesNotContain(SECRET);
        }
    }

    @Test
    void saysThatAnAbsentEngineIsWorthAnotherTry() {
        try (Stores stores = new ElasticStoresFactory("http://127.0.0.1:1", "test").open()) {
            // When
            StoreException failure =
                    catchThrowableOfType(StoreException.class, () -> stores.incidents().list(1));

            // Then
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void opensTheSameStoreFromASerialisedRecipe() throws Exception {
        // Given
        ElasticStoresFactory factory = ENGINE.newFactory();
        try (Stores stores = factory.open()) {
            stores.prepare();
            stores.tallies()
                    .put("a", LocalDate.parse("2026-11-24"), Instant.EPOCH, Map.of("seen", 1L));
        }

        // When
        try (Stores stores = copy(factory).open()) {
            // Then
            assertThat(stores.tallies().total()).containsEntry("seen", 1L);
        }
    }

    private static ElasticStoresFactory copy(ElasticStoresFactory factory)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(factory);
        return (ElasticStoresFactory)
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }
}
