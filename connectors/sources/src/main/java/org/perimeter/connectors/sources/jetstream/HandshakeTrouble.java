// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;

/**
 * Why a connection could not be made.
 *
 * @param reason for people
 * @param retryAfter how long the server asks to wait; null when it does not
 */
record HandshakeTrouble(String reason, @Nullable Duration retryAfter) {

    private static final long LONGEST_SECONDS = 3600;

    static HandshakeTrouble of(@Nullable Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            HttpResponse<?> response = refused.getResponse();
            return new HandshakeTrouble(
                    "the server answered " + response.statusCode(), retryAfter(response));
        }
        String kind = cause == null ? "unknown" : cause.getClass().getSimpleName();
        return new HandshakeTrouble("cannot connect: " + kind, null);
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
        return busy
                ? response.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,9}"))
                        .map(Long::parseLong)
                        .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)))
                        .orElse(null)
                : null;
    }
}
