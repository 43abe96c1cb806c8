// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.launcher.process.LauncherException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Fills a store up to a number of posts; what an earlier run left is kept. */
final class PostFill {

    private static final int BATCH = 1_000;
    private static final int PROGRESS_EVERY = 20_000;

    private final PostStore posts;
    private final Consumer<String> told;

    PostFill(PostStore posts, Consumer<String> told) {
        this.posts = posts;
        this.told = told;
    }

    /**
     * Fills.
     *
     * @return how many posts there are, which is more than asked for when there were more
     */
    int upTo(int wanted) {
        int there = count();
        told.accept(there + " posts are there, " + wanted + " are wanted");
        // Posts go in by their numbers, so that the last batch is the only one that may be torn.
        int from = Math.max(0, there - BATCH);
        for (int next = from; next < wanted; next += BATCH) {
            write(next, Math.min(wanted, next + BATCH));
            if (next / PROGRESS_EVERY != (next + BATCH) / PROGRESS_EVERY) {
                told.accept("stored " + Math.min(wanted, next + BATCH) + " posts");
            }
        }
        posts.refresh();
        int now = count();
        if (now < wanted) {
            throw new LauncherException("the store has only " + now + " of " + wanted + " posts");
        }
        return now;
    }

    /** How many incidents so many posts belong to. */
    static int incidents(int posts) {
        return (posts + BenchPosts.PER_INCIDENT - 1) / BenchPosts.PER_INCIDENT;
    }

    /** Counts incident by incident, until one is not full. */
    private int count() {
        int total = 0;
        long found = BenchPosts.PER_INCIDENT;
        for (int i = 0; found == BenchPosts.PER_INCIDENT; i++) {
            found = posts.count(PostQuery.newest(BenchPosts.incidentId(i), 1));
            total += (int) found;
        }
        return total;
    }

    private void write(int from, int to) {
        List<PostWrite> batch = new ArrayList<>(to - from);
        for (int number = from; number < to; number++) {
            batch.add(BenchPosts.write(number));
        }
        try {
            List<WriteOutcome> outcomes = posts.write(batch).toCompletableFuture().join();
            outcomes.stream()
                    .filter(PostFill::failed)
                    .findFirst()
                    .ifPresent(
                            outcome -> {
                                throw new LauncherException(
                                        "a post was not stored: " + outcome.detail());
                            });
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    private static boolean failed(WriteOutcome outcome) {
        return outcome.result() == WriteOutcome.Result.RETRY
                || outcome.result() == WriteOutcome.Result.POISON;
    }
}
