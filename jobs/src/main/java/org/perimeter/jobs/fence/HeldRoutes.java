// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.jobs.ingest.PostKey;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Knows which incidents were offered a post and may hold it, so that its delete goes to them alone.
 * In memory only, by keys that nobody else can read. What was offered before this station was
 * started is not known one by one: an incident from then is told of every delete of an unknown
 * post.
 */
public final class HeldRoutes {

    /** A delete whose post has to make room is told to one incident more, not lost. */
    private static final int MOST = 200_000;

    private final int most;
    private final Set<String> unlisted;
    private final Set<String> authorsOf;
    private final Map<PostKey, Set<String>> offered = new LinkedHashMap<>();

    HeldRoutes(Set<String> inherited, Set<String> authorsOf, int most) {
        this.unlisted = new LinkedHashSet<>(inherited);
        this.authorsOf = new LinkedHashSet<>(authorsOf);
        this.most = most;
    }

    /**
     * Routes of a station that takes over from an earlier one.
     *
     * @param inherited incidents that may hold posts from before
     * @param tellsAuthors whether it is this station, of several, that tells them of deleted
     *     authors
     */
    public static HeldRoutes inheriting(Set<String> inherited, boolean tellsAuthors) {
        return new HeldRoutes(inherited, tellsAuthors ? inherited : Set.of(), MOST);
    }

    /** Routes where nothing can be held yet. */
    public static HeldRoutes fresh() {
        return inheriting(Set.of(), false);
    }

    /** Notes that an incident was offered the post. */
    void offered(PostKey post, String incidentId) {
        offered.computeIfAbsent(post, key -> new HashSet<>(2)).add(incidentId);
        if (offered.size() > most) {
            Iterator<Set<String>> oldest = offered.values().iterator();
            unlisted.addAll(oldest.next());
            oldest.remove();
        }
    }

    /** Whether any incident was offered the post. */
    boolean knows(PostKey post) {
        return offered.containsKey(post);
    }

    /** The incidents that may hold the post. */
    Set<String> of(PostKey post) {
        Set<String> known = offered.get(post);
        if (known == null) {
            return Set.copyOf(unlisted);
        }
        Set<String> all = new LinkedHashSet<>(unlisted);
        all.addAll(known);
        return all;
    }

    /** The incidents that this station has to tell of deleted authors. */
    Set<String> ofAuthors() {
        return Set.copyOf(authorsOf);
    }

    /** Forgets a post that nobody holds any more. */
    void forget(PostKey post) {
        offered.remove(post);
    }

    /** Forgets incidents that hold nothing any more. */
    void drop(Set<String> over) {
        unlisted.removeAll(over);
        authorsOf.removeAll(over);
        if (!over.isEmpty()) {
            offered.values().forEach(incidents -> incidents.removeAll(over));
            offered.values().removeIf(Set::isEmpty);
        }
    }
}
