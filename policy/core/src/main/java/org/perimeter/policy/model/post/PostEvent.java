// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.post;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One thing that a source says about one post or one author.
 *
 * @param operation what happened
 * @param source id of the connector instance that saw it, as configured
 * @param network the platform, lower case: {@code bluesky}, {@code fediverse}, {@code web}, ...
 * @param postId stable URI of the post on its network; empty for {@link
 *     PostOperation#DELETE_AUTHOR}
 * @param authorId the platform's stable id of the author (DID, actor URI); empty when a delete does
 *     not name it
 * @param witnessedAt when the network witnessed the event, UTC; never the author's own clock. It
 *     drives event time
 * @param version grows with every edit of the post: microseconds of the witness time when the
 *     platform has no better one. Of two upserts the greater version wins; a delete beats every
 *     upsert whose version is not greater
 * @param post the post as it now reads; present exactly for {@link PostOperation#UPSERT}
 */
public record PostEvent(
        PostOperation operation,
        String source,
        String network,
        String postId,
        String authorId,
        Instant witnessedAt,
        long version,
        @Nullable Post post) {

    /**
     * @throws IllegalArgumentException when the post is missing from an upsert, present in a
     *     delete, or the id that the operation needs is empty
     */
    public PostEvent {
        if ((operation == PostOperation.UPSERT) != (post != null)) {
            throw new IllegalArgumentException("a post belongs to an UPSERT and to nothing else");
        }
        if (operation == PostOperation.DELETE_AUTHOR ? authorId.isEmpty() : postId.isEmpty()) {
            throw new IllegalArgumentException(operation + " without the id it needs");
        }
    }

    /** An upsert of the given post, with the ids that the post itself carries. */
    public static PostEvent upsert(Post post, long version) {
        return new PostEvent(
                PostOperation.UPSERT,
                post.source(),
                post.network(),
                post.id(),
                post.authorId(),
                post.witnessedAt(),
                version,
                post);
    }
}
