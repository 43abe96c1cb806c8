// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.rules.RewindRule;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where posts wait for an incident that opens now: in working memory only, bounded in wall-clock
 * time, in event time and in number, and empty after a restart.
 */
final class RewindMemory {

    private final int most;
    private final Map<Key, WaitingPost> waiting = new LinkedHashMap<>();

    /** None that waits is older, so that most looks need not go through all of them. */
    private Instant firstArrived = Instant.MAX;

    private Instant firstWitnessed = Instant.MAX;

    /**
     * @param most how many posts may wait; the oldest make room
     */
    RewindMemory(int most) {
        this.most = most;
    }

    /**
     * Lets a post wait, instead of an earlier state of it.
     *
     * @return how many posts had to be forgotten to make room
     */
    int add(WaitingPost post) {
        Key key = Key.of(post.event());
        waiting.remove(key);
        waiting.put(key, post);
        bound(post);
        int forgotten = 0;
        Iterator<WaitingPost> oldest = waiting.values().iterator();
        while (waiting.size() - forgotten > most) {
            oldest.next();
            forgotten++;
        }
        removeFirst(forgotten);
        return forgotten;
    }

    private void removeFirst(int count) {
        Iterator<WaitingPost> oldest = waiting.values().iterator();
        for (int i = 0; i < count; i++) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Forgets a post; one that does not wait is fine. */
    void remove(PostEvent event) {
        waiting.remove(Key.of(event));
    }

    /**
     * Forgets every post of an author.
     *
     * @return how many there were
     */
    int removeAuthor(String network, String authorId) {
        return removeIf(
                post ->
                        post.event().network().equals(network)
                                && post.event().authorId().equals(authorId));
    }

    /** Puts another reading in the place of the post's earlier one, if it still waits. */
    void replace(WaitingPost post) {
        waiting.replace(Key.of(post.event()), post);
    }

    /** The posts that fit, oldest first. */
    List<WaitingPost> list(Predicate<WaitingPost> fits) {
        return waiting.values().stream().filter(fits).toList();
    }

    /**
     * Forgets what has waited its minutes, by either clock.
     *
     * @param wallClock now
     * @param eventTime now; null when event time is not known
     * @param rule how long a post may wait
     * @return how many were forgotten
     */
    @Control("COL-10")
    int expire(Instant wallClock, @Nullable Instant eventTime, RewindRule rule) {
        if (!rule.isOver(firstArrived, firstWitnessed, wallClock, eventTime)) {
            return 0;
        }
        int forgotten =
                removeIf(
                        post ->
                                rule.isOver(
                                        post.arrivedAt(),
                                        post.event().witnessedAt(),
                                        wallClock,
                                        eventTime));
        firstArrived = Instant.MAX;
        firstWitnessed = Instant.MAX;
        waiting.values().forEach(this::bound);
        return forgotten;
    }

    private void bound(WaitingPost post) {
        Instant witnessed = post.event().witnessedAt();
        firstArrived = post.arrivedAt().isBefore(firstArrived) ? post.arrivedAt() : firstArrived;
        firstWitnessed = witnessed.isBefore(firstWitnessed) ? witnessed : firstWitnessed;
    }

    private int removeIf(Predicate<WaitingPost> over) {
        int before = waiting.size();
        waiting.values().removeIf(over);
        return before - waiting.size();
    }

    /** How many posts wait. */
    int size() {
        return waiting.size();
    }

    private record Key(String network, String postId) {

        static Key of(PostEvent event) {
            return new Key(event.network(), event.postId());
        }
    }
}
