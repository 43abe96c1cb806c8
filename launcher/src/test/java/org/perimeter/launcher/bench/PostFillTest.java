// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.model.post.StoredPost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class PostFillTest {

    private final PostStore posts = new InMemoryStores().posts();
    private final List<String> told = new ArrayList<>();

    @Test
    void fillsUpWhatAnEarlierRunLeft() {
        // Given
        new PostFill(posts, told::add).upTo(1_500);

        // When
        int there = new PostFill(posts, told::add).upTo(3_200);

        // Then
        assertThat(there).isEqualTo(3_200);
        assertThat(told).contains("1500 posts are there, 3200 are wanted");
        assertThat(posts.count(PostQuery.newest(BenchPosts.incidentId(0), 1))).isEqualTo(3_200);
    }

    @Test
    void keepsMoreThanIsWanted() {
        // Given
        new PostFill(posts, told::add).upTo(2_000);

        // When
        int there = new PostFill(posts, told::add).upTo(500);

        // Then
        assertThat(there).isEqualTo(2_000);
    }

    @Test
    void everyPostLiesInTheFenceOfItsIncident() {
        // Given
        int last = 3 * BenchPosts.PER_INCIDENT - 1;

        for (int number = 0; number <= last; number += 997) {
            // When
            StoredPost post = BenchPosts.write(number).post();

            // Then
            int incident = number / BenchPosts.PER_INCIDENT;
            assertThat(post).isNotNull();
            assertThat(post.incidentId()).isEqualTo(BenchPosts.incidentId(incident));
            assertThat(
                            FenceGeometry.of(BenchPosts.incident(incident, Instant.EPOCH).fence())
                                    .contains(post.match().place().point()))
                    .isTrue();
        }
    }
}
