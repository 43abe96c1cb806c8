// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class StoreObserverTest {

    private static final Instant FIRST = Instant.parse("2026-11-24T12:00:00Z");

    private final Stores stores = new InMemoryStores();
    private final PostStore posts = stores.posts();
    private Instant now = FIRST;
    private final StoreObserver observer = new StoreObserver(posts, () -> now);

    @Test
    void remembersWhenADocumentWasFirstFound() {
        // Given
        observer.watch("push:mall");
        write(SamplePost.of("push:mall", "one").upsert());
        observer.look();

        // When
        now = FIRST.plusSeconds(5);
        write(SamplePost.of("push:mall", "one").withText("edited").withVersion(2).upsert());
        observer.look();

        // Then
        assertThat(observer.sightings().values())
                .singleElement()
                .satisfies(seen -> assertThat(seen.firstSeen()).isEqualTo(FIRST))
                .satisfies(seen -> assertThat(seen.post().text()).isEqualTo("edited"));
    }

    @Test
    void keepsWhatHasBeenDeletedSince() {
        // Given
        observer.watch("push:mall");
        write(SamplePost.of("push:mall", "one").upsert());
        observer.look();

        // When
        write(SamplePost.of("push:mall", "one").erase());
        observer.look();

        // Then
        assertThat(observer.sightings()).containsKey("one");
    }

    @Test
    void findsMoreThanOnePage() {
        // Given
        observer.watch("push:mall");
        List<PostWrite> many = new ArrayList<>();
        for (int number = 0; number < 250; number++) {
            many.add(
                    SamplePost.of("push:mall", "post-" + number)
                            .withWitnessedAt(FIRST.plusSeconds(number))
                            .upsert());
        }
        write(many.toArray(PostWrite[]::new));

        // When
        observer.look();

        // Then
        assertThat(observer.sightings()).hasSize(250);
    }

    private void write(PostWrite... writes) {
        posts.write(List.of(writes)).toCompletableFuture().join();
        posts.refresh();
    }
}
