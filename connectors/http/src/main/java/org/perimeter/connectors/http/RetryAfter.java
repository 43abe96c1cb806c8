// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * Reads the header {@code Retry-After}: seconds or a date (RFC 9110, section 10.2.3). How long a
 * caller is willing to be kept waiting is the caller's own affair.
 */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * How long to wait.
     *
     * @param value the header; empty when there is none
     * @return zero for a date that is past; null when it says nothing that can be read
     */
    public static @Nullable Duration of(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return at.isBefore(now) ? Duration.ZERO : Duration.between(now, at);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
