// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A cookie as the answer sets it: never readable for a page's code, sent only where TLS or this
 * very machine keeps it secret, and only to this host.
 *
 * @param name begins with {@code __Host-}, so that no other host can plant one like it
 * @param value letters, digits, hyphens and underscores
 * @param sameSite whether it comes along when another site led here
 * @param life how long the browser keeps it; null for as long as it runs, zero to forget it now
 */
public record Cookie(String name, String value, SameSite sameSite, @Nullable Duration life) {

    /** When a browser sends a cookie along. */
    public enum SameSite {
        /** Only when a page of this site leads here. */
        STRICT("Strict"),
        /** Also when another site leads here by a link or a redirect. */
        LAX("Lax");

        private final String word;

        SameSite(String word) {
            this.word = word;
        }
    }

    /** Makes the browser forget a cookie of this name. */
    public static Cookie forgotten(String name, SameSite sameSite) {
        return new Cookie(name, "", sameSite, Duration.ZERO);
    }

    String headerValue() {
        return name
                + "="
                + value
                + "; Path=/; Secure; HttpOnly; SameSite="
                + sameSite.word
                + (life == null ? "" : "; Max-Age=" + life.toSeconds());
    }
}
