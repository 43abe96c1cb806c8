// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.policy.model.post.StoredPost;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notes when documents become searchable, by searching again and again as an analyst would.
 * Confined to one thread while it observes.
 */
public final class StoreObserver {

    private static final int PAGE = 100;

    private final PostStore posts;
    private final InstantSource clock;
    private final PatientReader reader = new PatientReader();
    private final List<String> incidents = new ArrayList<>();
    private final Map<String, Sighting> sightings = new HashMap<>();

    public StoreObserver(PostStore posts, InstantSource clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** Begins to watch an incident. */
    public void watch(String incidentId) {
        incidents.add(incidentId);
    }

    /**
     * Looks once at all incidents, until nothing new is on a page.
     *
     * @return whether anything was ever seen
     */
    public boolean look() {
        for (String incident : incidents) {
            reader.read(() -> look(incident, false), true);
        }
        return !sightings.isEmpty();
    }

    /** Looks at every document of all incidents. */
    public void lookAtAll() {
        for (String incident : incidents) {
            look(incident, true);
        }
    }

    /** What was seen so far, by document id, whether it is still there or not. */
    Map<String, Sighting> sightings() {
        return Map.copyOf(sightings);
    }

    private boolean look(String incident, boolean all) {
        @Nullable String after = null;
        do {
            Page<StoredPost> page =
                    posts.search(
                            new PostQuery(
                                    incident, "", List.of(), null, null, null, null, null, after,
                                    PAGE));
            boolean news = false;
            for (StoredPost post : page.items()) {
                news |= note(post);
            }
            after = news || all ? page.next() : null;
        } while (after != null);
        return true;
    }

    private boolean note(StoredPost post) {
        Sighting known = sightings.get(post.id());
        sightings.put(
                post.id(), known == null ? new Sighting(clock.instant(), post) : known.again(post));
        return known == null;
    }
}
