// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What every {@link PostStore} must do with writes, erasures and retention slices. */
public abstract class PostStoreContract extends StoreContract {

    private static final String INCIDENT = "manual:1";
    private static final SamplePost POST = SamplePost.of(INCIDENT, "a1");

    private PostStore posts() {
        return stores().posts();
    }

    private long countAfterRefresh() {
        posts().refresh();
        return posts().count(PostQuery.newest(INCIDENT, 10));
    }

    @Test
    void findsAWrittenPostAtOnceAndUnchanged() {
        // When
        List<Result> results = results(posts().write(List.of(POST.upsert())));

        // Then
        assertThat(results).containsExactly(Result.OK);
        assertThat(posts().find("a1")).contains(POST.stored());
        assertThat(posts().findIdentity("a1")).contains(POST.identity());
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        // When, Then
        assertThat(posts().find("unknown")).isEmpty();
        assertThat(posts().findIdentity("unknown")).isEmpty();
        assertThat(countAfterRefresh()).isZero();
    }

    @Test
    void writesTheSamePostTwiceButKeepsItOnce() {
        // Given
        await(posts().write(List.of(POST.upsert())));

        // When
        List<Result> results = results(posts().write(List.of(POST.upsert())));

        // Then
        assertThat(results).containsExactly(Result.OK);
        assertThat(countAfterRefresh()).isEqualTo(1);
    }

    @Test
    void keepsTheNewerOfTwoVersionsWhateverTheirOrder() {
        // Given
        StoredPost newer = POST.withVersion(3).withText("edited").stored();
        await(posts().write(List.of(POST.withVersion(3).withText("edited").upsert())));

        // When
        List<Result> results = results(posts().write(List.of(POST.withVersion(2).upsert())));

        // Then
        assertThat(results).containsExactly(Result.STALE);
        assertThat(posts().find("a1")).contains(newer);
    }

    @Test
    void appliesABatchInItsOrder() {
        // When
        List<Result> results =
                results(
                        posts().write(
                                        List.of(
                                                POST.upsert(),
                                                SamplePost.of(INCIDENT, "b1").upsert(),
                                                POST.withVersion(2).upsert(),
                                                POST.withVersion(2).erase())));

        // Then
        assertThat(results).containsExactly(Result.OK, Result.OK, Result.OK, Result.ERASED);
        assertThat(posts().find("a1")).isEmpty();
        assertThat(posts().find("b1")).isPresent();
    }

    @Test
    @Control("RET-03")
    void erasesAPostAndItsIdentityWhateverItsVersion() {
        // Given
        await(posts().write(List.of(POST.withVersion(9).upsert())));

        // When
        List<Result> results =
                results(posts().write(List.of(PostWrite.erase("a1", 3), PostWrite.erase("b1", 3))));

        // Then
        assertThat(results).containsExactly(Result.ERASED, Result.ABSENT);
        assertThat(posts().find("a1")).isEmpty();
        assertThat(posts().findIdentity("a1")).isEmpty();
        assertThat(countAfterRefresh()).isZero();
    }

    @Test
    @Control("RET-02")
    void erasesFromEverySlice() {
        // Given
        SamplePost other = SamplePost.of(INCIDENT, "b1").withSlice(RetentionClass.R0, "2026-11-25");
        await(posts().write(List.of(POST.upsert(), other.upsert())));

        // When
        List<Result> results = results(posts().write(List.of(POST.erase(), other.erase())));

        // Then
        assertThat(results).containsExactly(Result.ERASED, Result.ERASED);
        assertThat(countAfterRefresh()).isZero();
    }

    @Test
    void acceptsANewerVersionAfterAnErasure() {
        // Given
        await(posts().write(List.of(POST.upsert(), POST.erase())));

        // When
        List<Result> results = results(posts().write(List.of(POST.withVersion(2).upsert())));

        // Then
        assertThat(results).containsExactly(Result.OK);
        assertThat(posts().find("a1")).contains(POST.withVersion(2).stored());
    }

    @Test
    void movesAPostToAnotherSliceAndBack() {
        // Given
        SamplePost moved = POST.withSlice(RetentionClass.R2, "2026-12-24");
        await(posts().write(List.of(POST.upsert())));
        await(posts().write(List.of(moved.upsert())));
        long afterTheMove = countAfterRefresh();
        IdentityRecord identityAfterTheMove = posts().findIdentity("a1").orElseThrow();

        // When
        List<Result> results = results(posts().write(List.of(POST.upsert())));

        // Then
        assertThat(afterTheMove).isEqualTo(1);
        assertThat(identityAfterTheMove).isEqualTo(moved.identity());
        assertThat(results).containsExactly(Result.OK);
        assertThat(posts().find("a1")).contains(POST.stored());
        assertThat(countAfterRefresh()).isEqualTo(1);
    }

    @Test
    void doesNotLetAnOlderVersionBackInThroughAnotherSlice() {
        // Given
        await(posts().write(List.of(POST.withVersion(5).upsert())));
        SamplePost older = POST.withVersion(4).withSlice(RetentionClass.R2, "2026-12-24");

        // When
        List<Result> results = results(posts().write(List.of(older.upsert())));

        // Then
        assertThat(results).containsExactly(Result.STALE);
        assertThat(posts().find("a1")).contains(POST.withVersion(5).stored());
        assertThat(countAfterRefresh()).isEqualTo(1);
    }

    @Test
    @Control("RET-01")
    void refusesWhatIsNotClassifiedAndWritesTheRestOfTheBatch() {
        // Given
        SamplePost noDay = POST.withSlice(RetentionClass.R1, "");
        SamplePost b = SamplePost.of(INCIDENT, "b1");
        IdentityRecord elsewhere = b.withSlice(RetentionClass.R2, "2026-12-24").identity();

        // When
        List<Result> results =
                results(
                        posts().write(
                                        List.of(
                                                noDay.upsert(),
                                                PostWrite.upsert(b.stored(), elsewhere),
                                                SamplePost.of(INCIDENT, "c1").upsert())));

        // Then
        assertThat(results).containsExactly(Result.POISON, Result.POISON, Result.OK);
        assertThat(posts().find("a1")).isEmpty();
        assertThat(posts().find("b1")).isEmpty();
        assertThat(posts().find("c1")).isPresent();
    }

    @Test
    void namesTheIncidentsThatHavePosts() {
        // Given
        await(
                posts().write(
                                List.of(
                                        SamplePost.of("manual:1", "a1").upsert(),
                                        SamplePost.of("manual:1", "a2").upsert(),
                                        SamplePost.of("manual:2", "b1").upsert(),
                                        SamplePost.of("manual:3", "c1").upsert(),
                                        SamplePost.of("manual:3", "c1").erase())));
        posts().refresh();

        // When, Then
        assertThat(posts().heldIncidents()).containsExactlyInAnyOrder("manual:1", "manual:2");
    }

    @Test
    void namesNoIncidentWhenThereAreNoPosts() {
        // When, Then
        assertThat(posts().heldIncidents()).isEmpty();
    }

    @Test
    @Control("RET-02")
    void expungesOnlyWhatWasErased() {
        // Given
        SamplePost kept = SamplePost.of(INCIDENT, "b1");
        await(posts().write(List.of(POST.upsert(), kept.upsert(), POST.erase())));

        // When
        long left = posts().expunge(0);

        // Then
        // A post and its identity entry at the most, each with the mark of its deletion
        assertThat(left).isBetween(0L, 4L);
        assertThat(posts().find("b1")).contains(kept.stored());
        assertThat(posts().findIdentity("b1")).contains(kept.identity());
        assertThat(countAfterRefresh()).isEqualTo(1);
    }

    @Test
    @Control("RET-02")
    void listsItsSlicesAndDropsOneWithItsIdentities() {
        // Given
        SamplePost today = SamplePost.of(INCIDENT, "b1").withSlice(RetentionClass.R0, "2026-11-25");
        await(
                posts().write(
                                List.of(
                                        POST.upsert(),
                                        today.upsert(),
                                        SamplePost.of(INCIDENT, "c1").upsert())));
        posts().refresh();
        List<RetentionSlice> before = posts().slices();

        // When
        posts().dropSlice(RetentionClass.R1, LocalDate.parse("2026-12-01"));
        posts().dropSlice(RetentionClass.R1, LocalDate.parse("2026-12-01"));

        // Then
        RetentionSlice kept =
                new RetentionSlice(RetentionClass.R0, LocalDate.parse("2026-11-25"), 1);
        assertThat(before)
                .containsExactlyInAnyOrder(
                        kept,
                        new RetentionSlice(RetentionClass.R1, LocalDate.parse("2026-12-01"), 2));
        assertThat(posts().slices()).containsExactly(kept);
        assertThat(posts().find("a1")).isEmpty();
        assertThat(posts().findIdentity("a1")).isEmpty();
        assertThat(posts().find("b1")).isPresent();
    }

    @Test
    void namesThePostsOfOneIncident() {
        // Given
        List<PostWrite> batch = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            batch.add(SamplePost.of(INCIDENT, "a" + i).upsert());
        }
        batch.add(SamplePost.of("manual:2", "b1").upsert());
        await(posts().write(batch));
        posts().refresh();

        // When
        List<String> some = posts().idsOfIncident(INCIDENT, 3);

        // Then
        assertThat(some).hasSize(3).doesNotHaveDuplicates();
        assertThat(posts().idsOfIncident(INCIDENT, 100))
                .containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4");
    }
}
