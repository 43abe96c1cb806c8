// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import org.perimeter.policy.model.post.StoredPost;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a page ended, in the order newest first; opaque to everybody else.
 *
 * @param witnessedAt of the last post of the page
 * @param id of the last post of the page
 */
record PageToken(Instant witnessedAt, String id) {

    private static final int LONGEST = 1024;

    static PageToken of(StoredPost post) {
        return new PageToken(post.witnessedAt(), post.id());
    }

    /**
     * Reads a token that {@link #format()} made.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static PageToken parse(String token) {
        if (token.length() > LONGEST) {
            throw notAToken();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (space < 0) {
                throw notAToken();
            }
            return new PageToken(
                    Instant.parse(text.substring(0, space)), text.substring(space + 1));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw notAToken();
        }
    }

    private static IllegalArgumentException notAToken() {
        return new IllegalArgumentException("after is not a page token");
    }

    String format() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((witnessedAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
