// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.post.StoredPost;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stored posts of incidents in plain memory, for a passage that nothing restarts. */
final class PlainHeldPosts implements HeldPosts {

    private final Map<String, Map<String, AdmittedPost>> held = new HashMap<>();
    private final Map<String, Long> admitted = new LinkedHashMap<>();
    private String current = "";

    @Override
    public List<StoredPost> load(String incidentId) {
        current = incidentId;
        return List.of();
    }

    @Override
    public boolean isRecovered(String documentId, long version) {
        return false;
    }

    @Override
    public @Nullable AdmittedPost find(String documentId) {
        return posts().get(documentId);
    }

    @Override
    public long admitted() {
        return admitted.getOrDefault(current, 0L);
    }

    @Override
    public void put(String documentId, AdmittedPost post) {
        if (posts().put(documentId, post) == null) {
            admitted.merge(current, 1L, Long::sum);
        }
    }

    @Override
    public void remove(String documentId) {
        posts().remove(documentId);
    }

    @Override
    public List<String> ofAuthor(String pseudonym) {
        return posts().entrySet().stream()
                .filter(entry -> entry.getValue().author().equals(pseudonym))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Ids of the incidents that were given a post so far. */
    List<String> incidents() {
        return List.copyOf(admitted.keySet());
    }

    private Map<String, AdmittedPost> posts() {
        return held.computeIfAbsent(current, key -> new HashMap<>());
    }
}
