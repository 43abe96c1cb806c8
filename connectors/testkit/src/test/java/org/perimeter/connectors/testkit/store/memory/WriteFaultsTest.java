// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.connectors.testkit.store.SamplePost;

import java.util.List;

final class WriteFaultsTest {

    private final InMemoryPostStore posts = InMemoryStoresFactory.create().open().posts();

    private static PostWrite post(String id) {
        return SamplePost.of("manual:1", id).upsert();
    }

    private List<Result> write(PostWrite... batch) {
        return posts.write(List.of(batch)).toCompletableFuture().join().stream()
                .map(WriteOutcome::result)
                .toList();
    }

    @Test
    void answersTheInjectedFaultsInOrderAndAppliesTheRest() {
        // Given
        posts.faults().retryNext(1);
        posts.faults().poisonNext(1);

        // When
        List<Result> results = write(post("a"), post("b"), post("c"));

        // Then
        assertThat(results).containsExactly(Result.RETRY, Result.POISON, Result.OK);
        assertThat(posts.all()).extracting(post -> post.id()).containsExactly("c");
    }

    @Test
    void failsAWholeCallOnceAndThenWorks() {
        // Given
        posts.faults().throwNext(1);

        // When, Then
        assertThatThrownBy(() -> write(post("a"))).hasCauseInstanceOf(StoreException.class);
        assertThat(write(post("a"))).containsExactly(Result.OK);
    }

    @Test
    void failsEveryCallWhileDown() {
        // Given
        posts.faults().down();

        // When, Then
        assertThatThrownBy(() -> write(post("a"))).hasCauseInstanceOf(StoreException.class);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> posts.find("a"))
                .matches(StoreException::retryable);
        posts.faults().up();
        assertThat(posts.find("a")).isEmpty();
    }

    @Test
    void findsTheSharedStoreAgainById() {
        // Given
        InMemoryStoresFactory factory = InMemoryStoresFactory.create();

        // When
        InMemoryStores again = new InMemoryStoresFactory(factory.id()).open();

        // Then
        assertThat(again).isSameAs(factory.open());
        assertThat(InMemoryStoresFactory.create().open()).isNotSameAs(again);
    }
}
