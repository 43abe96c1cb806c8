// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Admitted posts and their identity map, one index per retention class and delete-by day. */
public interface PostStore {

    /**
     * Applies a batch in order and answers one outcome per write, in the same order. Completes
     * exceptionally with a {@link StoreException} only when the whole call failed; nothing may be
     * assumed then, and repeating it is safe.
     */
    CompletionStage<List<WriteOutcome>> write(List<PostWrite> batch);

    /** The stored post with this id, read in real time; empty when there is none. */
    Optional<StoredPost> find(String documentId);

    /** The identity entry of this document, read in real time; empty when there is none. */
    Optional<IdentityRecord> findIdentity(String documentId);

    /**
     * Posts of one incident that meet the query, newest first.
     *
     * @throws StoreException when the store cannot answer
     */
    Page<StoredPost> search(PostQuery query);

    /** Number of stored posts of the incident that meet the query, ignoring its page. */
    long count(PostQuery query);

    /** Every slice that exists, whether due or not. */
    List<RetentionSlice> slices();

    /** Deletes a whole slice with its identity entries; deleting an absent one is fine. */
    void dropSlice(RetentionClass retentionClass, LocalDate deleteByDay);

    /** Document ids of an incident, at most {@code limit}, for deletion by id when it closes. */
    List<String> idsOfIncident(String incidentId, int limit);

    /** Ids of all incidents that have stored posts, in one look. */
    Set<String> heldIncidents();

    /**
     * Takes what was erased or replaced off the store's disks, as far as the store can let go of it
     * by now. That rewrites what lies beside it, so it may take long.
     *
     * @param share leaves a slice alone in which less than this share of all documents is erased; 0
     *     for none
     * @return how many erased or replaced documents still lie there; ask again later until it is 0
     * @throws StoreException when the store cannot do it now
     */
    long expunge(double share);

    /** Makes everything written so far visible to {@link #search} and {@link #count}. */
    void refresh();
}
