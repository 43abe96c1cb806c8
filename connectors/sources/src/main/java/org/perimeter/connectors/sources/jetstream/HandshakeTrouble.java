// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.http.RetryAfter;

import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Why a connection could not be made.
 *
 * @param reason for people
 * @param retryAfter how long the server asks to wait; null when it does not
 */
record HandshakeTrouble(String reason, @Nullable Duration retryAfter) {

    private static final Duration LONGEST = Duration.ofHours(1);

    static HandshakeTrouble of(@Nullable Throwable cause, Instant now) {
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            HttpResponse<?> response = refused.getResponse();
            return new HandshakeTrouble(
                    "the server answered " + response.statusCode(), retryAfter(response, now));
        }
        String kind = cause == null ? "unknown" : cause.getClass().getSimpleName();
        return new HandshakeTrouble("cannot connect: " + kind, null);
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response, Instant now) {
        boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
        String value = response.headers().firstValue("Retry-After").orElse("");
        Duration asked = busy ? RetryAfter.of(value, now) : null;
        return asked != null && asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
