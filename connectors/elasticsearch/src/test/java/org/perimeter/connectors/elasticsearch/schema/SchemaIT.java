// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.transport.rest5_client.low_level.WarningFailureException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.elasticsearch.engine.EngineExtension;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.RetentionClass;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

final class SchemaIT {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    private static final Slice SLICE = new Slice(RetentionClass.R1, LocalDate.parse("2026-12-01"));

    private IndexNames names = new IndexNames("unset");
    private Elastic elastic = Elastic.connect("http://127.0.0.1:1", true);

    @BeforeEach
    void connect() {
        elastic.close();
        elastic = Elastic.connect(ENGINE.url(), true);
        names = new IndexNames(ENGINE.newFactory().prefix());
    }

    @AfterEach
    void disconnect() {
        elastic.close();
    }

    private BulkResponseItem write(BulkOperation operation) {
        return BulkWriter.toIndices(elastic, "test").write(List.of(operation)).get(0);
    }

    @Test
    @Control({"COL-07", "FAS-03"})
    void refusesADocumentWithAFieldForASensitiveTrait() {
        // Given
        new Schema(elastic, names).create(IndexFamily.POSTS, SLICE);
        String index = names.index(IndexFamily.POSTS, SLICE);

        // When
        BulkResponseItem atTheTop = write(Operations.create(index, "a", Map.of("religion", "any")));
        BulkResponseItem inAnEntity =
                write(
                        Operations.create(
                                index,
                                "b",
                                Map.of(
                                        "analysis",
                                        Map.of("entities", List.of(Map.of("ideology", "any"))))));

        // Then
        assertThat(Failures.resultOf(atTheTop)).isEqualTo(Result.POISON);
        assertThat(Failures.typeOf(atTheTop)).isEqualTo("strict_dynamic_mapping_exception");
        assertThat(Failures.typeOf(inAnEntity)).isEqualTo("strict_dynamic_mapping_exception");
    }

    @Test
    void putsEverySliceBehindTheAliasWithItsSettings() {
        // Given
        new Schema(elastic, names).create(IndexFamily.POSTS, SLICE);

        // When
        Map<String, IndexState> found =
                elastic.call(
                        "get index",
                        () ->
                                elastic.client()
                                        .indices()
                                        .get(get -> get.index(names.alias(IndexFamily.POSTS)))
                                        .indices());

        // Then
        assertThat(found).containsOnlyKeys(names.index(IndexFamily.POSTS, SLICE));
        assertThat(found.values())
                .allSatisfy(
                        index -> {
                            assertThat(index.aliases())
                                    .containsOnlyKeys(names.alias(IndexFamily.POSTS));
                            assertThat(String.valueOf(index.settings()))
                                    .contains("\"refresh_interval\":\"1s\"");
                        });
    }

    @Test
    void teachesAnIndexOfAnEarlierVersionTheFieldsThatCameSince() {
        // Given
        String index = names.index(IndexFamily.POSTS, SLICE);
        elastic.call(
                "create index",
                () ->
                        elastic.client()
                                .indices()
                                .create(
                                        create ->
                                                create.index(index)
                                                        .mappings(
                                                                strict ->
                                                                        strict.dynamic(
                                                                                DynamicMapping
                                                                                        .Strict))));

        // When
        new Schema(elastic, names).prepare();

        // Then
        BulkResponseItem written =
                write(
                        Operations.create(
                                index,
                                "a",
                                Map.of("analysis", Map.of("threat", Map.of("probability", 0.5)))));
        assertThat(Failures.resultOf(written)).isEqualTo(Result.OK);
    }

    @Test
    void canBePreparedTwiceAndByTwoProcessesAtOnce() {
        // Given
        Schema one = new Schema(elastic, names);
        Schema other = new Schema(elastic, names);

        // When
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(one::prepare),
                        CompletableFuture.runAsync(other::prepare))
                .join();
        one.prepare();

        // Then
        Map<String, ?> indices =
                elastic.call(
                        "get indices",
                        () ->
                                elastic.client()
                                        .indices()
                                        .get(get -> get.index(names.prefix() + "-*"))
                                        .indices());
        long single =
                Arrays.stream(IndexFamily.values()).filter(family -> !family.isSliced()).count();
        assertThat(indices).hasSize((int) single);
    }

    @Test
    void failsOnADeprecationWarningWhenStrict() {
        // Given
        // An index whose name begins with a dot is deprecated
        String hidden = "." + names.prefix();

        // When, Then
        assertThatExceptionOfType(WarningFailureException.class)
                .isThrownBy(
                        () ->
                                elastic.call(
                                        "create",
                                        () ->
                                                elastic.client()
                                                        .indices()
                                                        .create(create -> create.index(hidden))));
        elastic.call(
                "delete", () -> elastic.client().indices().delete(delete -> delete.index(hidden)));
    }
}
