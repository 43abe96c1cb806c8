// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

/**
 * One change to the post store, in the order in which it must be applied to its document. A flat
 * record, so that Flink can carry it between operators.
 *
 * @param documentId the document
 * @param post the post to write; null to erase the document
 * @param identity the identity map entry written with the post; null to erase
 * @param version external version: an upsert with an older one than stored is stale; an erase
 *     removes the document whatever its version
 */
public record PostWrite(
        String documentId,
        @Nullable StoredPost post,
        @Nullable IdentityRecord identity,
        long version) {

    /** Writes a post and its identity entry. */
    public static PostWrite upsert(StoredPost post, IdentityRecord identity) {
        return new PostWrite(post.id(), post, identity, post.version());
    }

    /**
     * Erases a document and its identity entry, wherever they are; erasing what is absent is fine.
     */
    public static PostWrite erase(String documentId, long version) {
        return new PostWrite(documentId, null, null, version);
    }
}
