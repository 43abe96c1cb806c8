// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.connectors.exercise.scenario.Addresses;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.policy.key.IncidentKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The truth about every post of an exercise after all edits and deletions. */
public final class TruthBook {

    private final Map<String, TruthPost> posts = new LinkedHashMap<>();
    private final Map<String, List<String>> byAuthor = new HashMap<>();

    /** The truth of an exercise. */
    public TruthBook(Exercise exercise) {
        exercise.lines().forEach(this::take);
    }

    private void take(ScenarioLine line) {
        switch (line.operation()) {
            case CREATE -> {
                posts.put(
                        line.post(),
                        new TruthPost(
                                line.post(),
                                line.pack(),
                                line.at(),
                                line.text(),
                                line.claim(),
                                line.extras(),
                                false,
                                null));
                byAuthor.computeIfAbsent(line.author(), key -> new ArrayList<>()).add(line.post());
            }
            case UPDATE ->
                    posts.computeIfPresent(
                            line.post(),
                            (key, post) -> post.editedTo(line.text(), line.claim(), line.extras()));
            case DELETE ->
                    posts.computeIfPresent(line.post(), (key, post) -> post.deleted(line.at()));
            case DELETE_AUTHOR ->
                    byAuthor.getOrDefault(line.author(), List.of())
                            .forEach(
                                    own ->
                                            posts.computeIfPresent(
                                                    own, (key, post) -> post.deleted(line.at())));
            case REPOST -> {
                // A repetition has no truth of its own; it must not be stored at all.
            }
        }
    }

    /** All posts in the order in which they were written. */
    public Collection<TruthPost> posts() {
        return posts.values();
    }

    /** The post with this key. */
    public Optional<TruthPost> find(String key) {
        return Optional.ofNullable(posts.get(key));
    }

    /** Which document each post would be in the store of an incident: document id to key. */
    public Map<String, String> documents(IncidentKey incidentKey) {
        Map<String, String> documents = new HashMap<>();
        for (String key : posts.keySet()) {
            documents.put(incidentKey.documentId(Addresses.NETWORK, Addresses.post(key)), key);
        }
        return documents;
    }
}
