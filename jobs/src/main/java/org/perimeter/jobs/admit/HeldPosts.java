// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.post.StoredPost;

import java.util.List;

/** The stored posts of the current incident, by document id. */
interface HeldPosts {

    /**
     * Makes this incident the current one, and its posts known.
     *
     * @return stored posts that only the store remembered: they came after the last checkpoint
     */
    List<StoredPost> load(String incidentId) throws Exception;

    /**
     * Whether the store alone remembered this state of the post, and nobody has judged it since.
     */
    boolean isRecovered(String documentId, long version) throws Exception;

    /** The post with this document id; null when it is not held. */
    @Nullable AdmittedPost find(String documentId) throws Exception;

    /** How many posts the incident was given so far. */
    long admitted() throws Exception;

    /** Remembers a stored post. */
    void put(String documentId, AdmittedPost post) throws Exception;

    /** Forgets an erased post. It still counts against the cap of its incident. */
    void remove(String documentId) throws Exception;

    /** Document ids of everything held from this author. */
    List<String> ofAuthor(String pseudonym) throws Exception;
}
