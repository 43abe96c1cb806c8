// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.policy.model.post.StoredPost;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a page ended: after the post with this time and id, in the order newest first.
 *
 * @param witnessedAt of the last post of the page
 * @param id of the last post of the page
 */
record MemoryPage(Instant witnessedAt, String id) {

    static MemoryPage of(StoredPost post) {
        return new MemoryPage(post.witnessedAt(), post.id());
    }

    /**
     * Reads a token that {@link #format()} made.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static MemoryPage parse(String token) {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("after is not a page token");
        }
        try {
            return new MemoryPage(
                    Instant.parse(text.substring(0, space)), text.substring(space + 1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("after is not a page token", e);
        }
    }

    String format() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((witnessedAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the post comes after this position. */
    boolean isBefore(StoredPost post) {
        int order = post.witnessedAt().compareTo(witnessedAt);
        return order < 0 || (order == 0 && post.id().compareTo(id) > 0);
    }
}
