// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.indices.segments.Segment;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.engine.EngineExtension;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.controls.Control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was erased leaves the disk, and not only the search results. */
final class ExpungerIT {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    /** The engine lets go of deletes when it has renewed its leases, every half minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private String prefix = "";
    private Stores stores = new InMemoryStores();
    private Elastic elastic = Elastic.connect("http://127.0.0.1:1", true);

    @BeforeEach
    void open() {
        ElasticStoresFactory factory = ENGINE.newFactory();
        prefix = factory.prefix();
        stores = factory.open();
        stores.prepare();
        elastic = Elastic.connect(ENGINE.url(), true);
    }

    @AfterEach
    void close() {
        stores.close();
        elastic.close();
    }

    @Test
    @Control("RET-02")
    void oneErasedPostAmongManyLeavesTheSegmentsOfPostsAndIdentities() {
        // Given
        List<PostWrite> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(SamplePost.of("manual:1", "p" + i).upsert());
        }
        write(many);
        stores.posts().refresh();
        write(List.of(SamplePost.of("manual:1", "p7").erase()));
        stores.posts().refresh();
        assertThat(segments()).extracting(Segment::deletedDocs).contains(1L);

        // When
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(5))
                .pollDelay(Duration.ZERO)
                .until(() -> stores.posts().expunge(0) == 0);

        // Then
        assertThat(segments()).isNotEmpty().extracting(Segment::deletedDocs).containsOnly(0L);
        assertThat(stores.posts().idsOfIncident("manual:1", 500)).hasSize(199);
    }

    @Test
    void leavesASliceAloneOfWhichOnlyASmallShareIsErased() {
        // Given
        List<PostWrite> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(SamplePost.of("manual:1", "p" + i).upsert());
        }
        write(many);
        stores.posts().refresh();
        write(List.of(SamplePost.of("manual:1", "p7").erase()));

        // When
        long left = stores.posts().expunge(0.1);

        // Then
        assertThat(left).isPositive();
        assertThat(segments()).extracting(Segment::deletedDocs).contains(1L);
    }

    private void write(List<PostWrite> writes) {
        stores.posts().write(writes).toCompletableFuture().join();
    }

    private List<Segment> segments() {
        return elastic
                .call(
                        "segments",
                        () ->
                                elastic.client()
                                        .indices()
                                        .segments(
                                                ask ->
                                                        ask.index(
                                                                prefix + "-posts-*",
                                                                prefix + "-identities-*")))
                .indices()
                .values()
                .stream()
                .flatMap(index -> index.shards().values().stream())
                .flatMap(List::stream)
                .flatMap(shard -> shard.segments().values().stream())
                .toList();
    }
}
