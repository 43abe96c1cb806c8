// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.policy.model.post.PostEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Accounts that were deleted lately, so that a post of theirs that was already on its way does not
 * arrive after them. In memory only, for a quarter of an hour.
 */
public final class GoneAuthors {

    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private final Map<Author, Gone> authors = new LinkedHashMap<>();

    /** An account was deleted. */
    public void add(PostEvent delete, Instant now) {
        authors.put(
                new Author(delete.network(), delete.authorId()),
                new Gone(delete.witnessedAt(), now));
        expire(now);
    }

    /** Whether the post was witnessed before its author went. */
    public boolean covers(PostEvent event) {
        Gone gone = authors.get(new Author(event.network(), event.authorId()));
        return gone != null && !event.witnessedAt().isAfter(gone.witnessedAt());
    }

    /** Forgets what was heard too long ago. */
    public void expire(Instant now) {
        authors.values().removeIf(gone -> gone.heardAt().isBefore(now.minus(MEMORY)));
        while (authors.size() > MOST) {
            authors.remove(authors.keySet().iterator().next());
        }
    }

    private record Author(String network, String authorId) {}

    private record Gone(Instant witnessedAt, Instant heardAt) {}
}
