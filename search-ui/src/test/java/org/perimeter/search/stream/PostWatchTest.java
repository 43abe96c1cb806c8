// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.model.post.StoredPost;

import java.util.List;
import java.util.stream.IntStream;

/** What is noticed between two looks at an incident's posts. */
final class PostWatchTest {

    private static final String INCIDENT = "manual:1";

    private final InMemoryStores stores = new InMemoryStores();
    private final PostWatch watch = new PostWatch(stores.posts(), INCIDENT);

    @Test
    void aPostIsToldOnceAndAgainWhenItChanges() {
        // Given
        store(SamplePost.of(INCIDENT, "a"));
        watch.accept(watch.first(null));
        store(SamplePost.of(INCIDENT, "b"));
        PostChanges added = watch.look();
        watch.accept(added);
        PostChanges quiet = watch.look();
        store(SamplePost.of(INCIDENT, "a").withText("Shots, I think").withVersion(2));

        // When
        PostChanges edited = watch.look();

        // Then
        assertThat(ids(added)).containsExactly("b");
        assertThat(quiet.isEmpty()).isTrue();
        assertThat(ids(edited)).containsExactly("a");
    }

    @Test
    void changesThatWereNotAcceptedAreToldAgain() {
        // Given
        store(SamplePost.of(INCIDENT, "a"));
        watch.first(null);

        // When
        PostChanges again = watch.first(null);

        // Then
        assertThat(ids(again)).containsExactly("a");
        assertThat(watch.started()).isFalse();
    }

    @Test
    void aDeletedPostIsNoticedEvenWhenAnotherTookItsPlace() {
        // Given
        store(SamplePost.of(INCIDENT, "a"));
        store(SamplePost.of(INCIDENT, "b"));
        watch.accept(watch.first(null));
        erase(SamplePost.of(INCIDENT, "a"));
        store(SamplePost.of(INCIDENT, "c"));

        // When
        PostChanges changes = watch.look();

        // Then
        assertThat(ids(changes)).containsExactly("c");
        assertThat(changes.gone()).containsExactly("a");
        watch.accept(changes);
        assertThat(watch.ids()).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void itStartsWithTheNewestPageAndWatchesNothingOlder() {
        // Given
        many(130);

        // When
        PostChanges first = watch.first(null);
        watch.accept(first);

        // Then
        assertThat(first.fresh()).hasSize(100);
        assertThat(ids(first)).startsWith("p129").doesNotContain("p29");
        assertThat(watch.look().isEmpty()).isTrue();
    }

    @Test
    void itGoesBackToWhatTheReaderHeardLast() {
        // Given
        many(350);

        // When
        PostChanges first =
                watch.first(
                        SamplePost.of(INCIDENT, "p120")
                                .withWitnessedAt(SamplePost.WITNESSED.plusSeconds(120))
                                .stored()
                                .admittedAt());

        // Then
        assertThat(ids(first)).contains("p349", "p120");
    }

    @Test
    void itNoticesWhatIsNewBehindAHundredPostsOfTheSameRoundedTime() {
        // Given
        IntStream.range(0, 250).forEach(index -> store(SamplePost.of(INCIDENT, "m" + index)));
        watch.accept(watch.first(null));
        watch.accept(watch.look());
        store(SamplePost.of(INCIDENT, "z"));
        store(SamplePost.of(INCIDENT, "m99").withText("Shots, I think").withVersion(2));

        // When
        PostChanges changes = watch.look();

        // Then
        assertThat(ids(changes)).containsExactlyInAnyOrder("m99", "z");
        assertThat(watch.ids()).hasSize(250);
    }

    private void many(int number) {
        IntStream.range(0, number)
                .forEach(
                        index ->
                                store(
                                        SamplePost.of(INCIDENT, "p" + index)
                                                .withWitnessedAt(
                                                        SamplePost.WITNESSED.plusSeconds(index))));
    }

    private static List<String> ids(PostChanges changes) {
        return changes.fresh().stream().map(StoredPost::id).toList();
    }

    private void store(SamplePost post) {
        stores.posts().write(List.of(post.upsert())).toCompletableFuture().join();
    }

    private void erase(SamplePost post) {
        stores.posts().write(List.of(post.erase())).toCompletableFuture().join();
    }
}
