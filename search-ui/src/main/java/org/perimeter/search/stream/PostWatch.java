// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.policy.model.post.StoredPost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notices new, changed and deleted posts of one incident by looking at the store again and again.
 * The first look takes the newest page and all that was admitted since a given instant; from then
 * on everything witnessed since the oldest post of that look is watched.
 */
final class PostWatch {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 200;

    private final PostStore posts;
    private final String incidentId;
    private final Map<String, Long> known = new HashMap<>();
    private boolean started;
    private @Nullable Instant floor;
    private long walkedAt = -1;

    PostWatch(PostStore posts, String incidentId) {
        this.posts = posts;
        this.incidentId = incidentId;
    }

    /**
     * The first look.
     *
     * @param admittedSince when the reader last heard of a post; null when never
     */
    PostChanges first(@Nullable Instant admittedSince) {
        List<StoredPost> found = new ArrayList<>();
        String after = null;
        boolean goesOn = true;
        for (int pages = 0; goesOn && pages < MOST_PAGES; pages++) {
            Page<StoredPost> page = posts.search(query(after));
            found.addAll(page.items());
            after = page.next();
            goesOn =
                    after != null
                            && admittedSince != null
                            && page.items().stream()
                                    .anyMatch(post -> isUnheard(post, admittedSince));
        }
        floor = after == null ? null : found.get(found.size() - 1).witnessedAt();
        return new PostChanges(found, List.of());
    }

    /** What changed since the look before; {@link #accept} makes it the past. */
    PostChanges look() {
        List<StoredPost> fresh = new ArrayList<>();
        String after = null;
        Instant newest = null;
        long total = 0;
        long added = 0;
        boolean goesOn = true;
        for (int pages = 0; goesOn && pages < MOST_PAGES; pages++) {
            Page<StoredPost> page = posts.search(query(after));
            List<StoredPost> items = page.items();
            List<StoredPost> unknown = items.stream().filter(this::isFresh).toList();
            fresh.addAll(unknown);
            added += unknown.stream().filter(post -> !known.containsKey(post.id())).count();
            total = page.total();
            after = page.next();
            newest = newest == null && after != null ? items.get(0).witnessedAt() : newest;
            // Posts of one rounded time come in no order: what is new may lie behind what is known.
            boolean oneTime =
                    after != null && items.get(items.size() - 1).witnessedAt().equals(newest);
            boolean unheard = total > known.size() + added;
            goesOn = after != null && (!unknown.isEmpty() || oneTime || unheard);
        }
        boolean lacking = total < known.size() + added && total != walkedAt;
        return new PostChanges(fresh, lacking ? gone(total) : List.of());
    }

    /** Takes changes as told to the reader. */
    void accept(PostChanges changes) {
        started = true;
        changes.fresh().forEach(post -> known.put(post.id(), post.version()));
        changes.gone().forEach(known::remove);
    }

    /** Whether a first look was taken and told. */
    boolean started() {
        return started;
    }

    /** Ids of all posts that the reader was told of and that are still there. */
    Set<String> ids() {
        return Set.copyOf(known.keySet());
    }

    /** Since when posts are watched, by witness time; null for all. */
    @Nullable Instant floor() {
        return floor;
    }

    private List<String> gone(long total) {
        Set<String> missing = new HashSet<>(known.keySet());
        String after = null;
        int pages = 0;
        do {
            Page<StoredPost> page = posts.search(query(after));
            page.items().forEach(post -> missing.remove(post.id()));
            after = page.next();
            pages++;
        } while (after != null && pages < MOST_PAGES);
        walkedAt = total;
        // A search may lag behind; the document itself is read in real time.
        return missing.stream().filter(id -> posts.find(id).isEmpty()).toList();
    }

    private boolean isFresh(StoredPost post) {
        return known.getOrDefault(post.id(), Long.MIN_VALUE) < post.version();
    }

    private static boolean isUnheard(StoredPost post, Instant admittedSince) {
        return !post.admittedAt().isBefore(admittedSince);
    }

    private PostQuery query(@Nullable String after) {
        return new PostQuery(incidentId, "", List.of(), null, floor, null, null, null, after, PAGE);
    }
}
