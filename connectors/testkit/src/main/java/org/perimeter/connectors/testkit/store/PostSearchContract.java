// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What every {@link PostStore} must find, and must not. */
public abstract class PostSearchContract extends StoreContract {

    /** An incident of its own for every test, so that all may share one store. */
    private final String incident = "manual:" + UUID.randomUUID();

    private static final Instant TIME = SamplePost.WITNESSED;

    private void write(SamplePost... samples) {
        List<PostWrite> batch = new ArrayList<>();
        for (SamplePost sample : samples) {
            batch.add(sample.upsert());
        }
        await(posts().write(batch));
        posts().refresh();
    }

    private PostStore posts() {
        return stores().posts();
    }

    private SamplePost post(String id) {
        return SamplePost.of(incident, incident + "/" + id);
    }

    private List<String> search(PostQuery query) {
        return posts().search(query).items().stream().map(this::name).toList();
    }

    private String name(StoredPost post) {
        return post.id().substring(incident.length() + 1);
    }

    private PostQuery words(String text) {
        return new PostQuery(incident, text, List.of(), null, null, null, null, null, null, 10);
    }

    private PostQuery page(int limit, @Nullable String after) {
        return new PostQuery(incident, "", List.of(), null, null, null, null, null, after, limit);
    }

    @Test
    void answersPostsUnchangedAndNewestFirst() {
        // Given
        SamplePost older = post("a1").withWitnessedAt(TIME.minusNanos(1));
        write(older, post("b1"));

        // When
        Page<StoredPost> page = posts().search(PostQuery.newest(incident, 10));

        // Then
        assertThat(page.items()).containsExactly(post("b1").stored(), older.stored());
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.next()).isNull();
    }

    @Test
    void neverLeavesTheIncidentOfTheQuery() {
        // Given
        write(post("a1"), SamplePost.of("manual:other", incident + "/other"));

        // When, Then
        assertThat(search(words("mall"))).containsExactly("a1");
        assertThat(posts().count(words("mall"))).isEqualTo(1);
    }

    @Test
    void pagesThroughEverythingOnceAlsoWhenTimesAreEqual() {
        // Given
        List<SamplePost> samples = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            samples.add(
                    post("a" + i)
                            .withWitnessedAt(TIME.plusSeconds(i / 3))
                            .withSlice(RetentionClass.R1, "2026-12-0" + (1 + i % 2)));
        }
        write(samples.toArray(SamplePost[]::new));

        // When
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<StoredPost> page = posts().search(page(2, after));
            assertThat(page.total()).isEqualTo(7);
            page.items().forEach(post -> seen.add(name(post)));
            after = page.next();
        } while (after != null);

        // Then
        assertThat(seen).containsExactly("a6", "a3", "a4", "a5", "a0", "a1", "a2");
    }

    @Test
    void endsWithoutANextTokenWhenTheLastPageIsFull() {
        // Given
        write(post("a1"), post("b1"));

        // When
        Page<StoredPost> page = posts().search(page(2, null));

        // Then
        assertThat(page.items()).hasSize(2);
        assertThat(page.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "!!", "bm90IGEgdG9rZW4"})
    void refusesAPageTokenThatItDidNotMake(String token) {
        // When, Then
        assertThatIllegalArgumentException().isThrownBy(() -> posts().search(page(2, token)));
    }

    @Test
    void findsPostsThatHaveAllWordsWhateverTheirCaseAndOrder() {
        // Given
        write(
                post("a1").withText("SHOTS fired near the Mall."),
                post("b1").withText("the mall is quiet"),
                post("c1").withText("shots of espresso"));

        // When, Then
        assertThat(search(words("mall shots"))).containsExactly("a1");
        assertThat(search(words("Mall"))).containsExactly("a1", "b1");
        assertThat(search(words("mall stadium"))).isEmpty();
    }

    @Test
    void findsWordsOfMediaDescriptions() {
        // Given
        write(post("a1"));

        // When, Then
        assertThat(search(words("blurred doorway"))).containsExactly("a1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mall OR stadium",
                "mal*",
                "text:mall",
                "mall~2",
                "+mall -shots",
                "/mal./",
                "{\"match_all\":{}}",
                "*",
                "\u2026 !"
            })
    void takesTheTextLiterallyAndNeverAsAQueryLanguage(String text) {
        // Given
        write(post("a1").withText("the mall is quiet"));

        // When, Then
        assertThat(search(words(text))).isEmpty();
    }

    @Test
    void keepsOnlyTheAskedKinds() {
        // Given
        write(
                post("a1").withKind(ThreatKind.NONE),
                post("b1").withKind(ThreatKind.REPORT),
                post("c1").withKind(ThreatKind.THREAT));

        // When
        List<String> found =
                search(
                        new PostQuery(
                                incident,
                                "",
                                List.of(ThreatKind.REPORT, ThreatKind.THREAT),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                10));

        // Then
        assertThat(found).containsExactly("b1", "c1");
    }

    @Test
    void keepsOnlyTheAskedAuthor() {
        // Given
        write(post("a1"), post("b1").withAuthor("author-2"));

        // When
        List<String> found =
                search(
                        new PostQuery(
                                incident,
                                "",
                                List.of(),
                                "author-2",
                                null,
                                null,
                                null,
                                null,
                                null,
                                10));

        // Then
        assertThat(found).containsExactly("b1");
    }

    @Test
    void keepsWhatWasWitnessedFromSinceToBeforeUntil() {
        // Given
        write(
                post("a1").withWitnessedAt(TIME.minusNanos(1)),
                post("b1").withWitnessedAt(TIME),
                post("c1").withWitnessedAt(TIME.plusSeconds(5).minusNanos(1)),
                post("d1").withWitnessedAt(TIME.plusSeconds(5)));
        PostQuery query =
                new PostQuery(
                        incident,
                        "",
                        List.of(),
                        null,
                        TIME,
                        TIME.plusSeconds(5),
                        null,
                        null,
                        null,
                        10);

        // When, Then
        assertThat(search(query)).containsExactly("c1", "b1");
        assertThat(posts().count(query)).isEqualTo(2);
    }

    @Test
    void keepsWhatIsWithinTheDistanceOfTheCenter() {
        // Given
        // One hundredth of a degree of latitude is about 1,112 m
        GeoPoint center = SamplePost.PLACE;
        GeoPoint away = new GeoPoint(center.lat() + 0.01, center.lon());
        write(post("a1"), post("b1").withPoint(away));

        // When, Then
        assertThat(search(within(1000, center))).containsExactly("a1");
        assertThat(search(within(1200, center))).containsExactly("a1", "b1");
        assertThat(search(within(50, away))).containsExactly("b1");
    }

    private PostQuery within(double meters, GeoPoint center) {
        return new PostQuery(incident, "", List.of(), null, null, null, meters, center, null, 10);
    }

    @Test
    void countsBeyondThePage() {
        // Given
        write(post("a1"), post("b1"), post("c1"));

        // When, Then
        assertThat(posts().count(page(1, null))).isEqualTo(3);
    }
}
