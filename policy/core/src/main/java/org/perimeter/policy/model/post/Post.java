// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.post;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A public post as the platform shows it, cut down to the fields that may be collected (control
 * COL-07): text, time and place. It has not been admitted yet and must not rest anywhere.
 *
 * @param id stable URI on its network ({@code at://...}, an ActivityPub URI, a feed guid)
 * @param source id of the connector instance
 * @param network the platform, lower case
 * @param authorId the platform's stable author id; becomes a pseudonym on admission
 * @param text plain text, Unicode NFC, tags stripped; may be empty when only media were posted
 * @param mediaDescriptions descriptions that the author gave to media (alt text), in order
 * @param languages BCP 47 tags that the author or the platform declared; may lie, may be empty
 * @param createdAt the author's own claim, clamped to {@code [witnessedAt - 7 d, witnessedAt]}
 * @param witnessedAt when the network witnessed the post
 * @param permalink where a person can read it; kept in the identity map only
 * @param place where the platform says the post is, if it says so
 * @param repost whether it only repeats another post; such posts are counted, never indexed
 */
public record Post(
        String id,
        String source,
        String network,
        String authorId,
        String text,
        List<String> mediaDescriptions,
        List<String> languages,
        Instant createdAt,
        Instant witnessedAt,
        @Nullable String permalink,
        @Nullable PostPlace place,
        boolean repost) {

    public Post {
        mediaDescriptions = List.copyOf(mediaDescriptions);
        languages = List.copyOf(languages);
    }
}
