// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.input;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Holds in check the times that authors and platforms claim. */
public final class AuthorClock {

    private static final Duration OLDEST = Duration.ofDays(7);

    private AuthorClock() {}

    /**
     * When the author says the post was written, brought into the week before it was witnessed.
     *
     * @param claimed what the author says; the witness time when null
     * @param witnessed when the network saw the post
     */
    public static Instant clamp(@Nullable Instant claimed, Instant witnessed) {
        if (claimed == null || claimed.isAfter(witnessed)) {
            return witnessed;
        }
        Instant oldest = witnessed.minus(OLDEST);
        return claimed.isBefore(oldest) ? oldest : claimed;
    }

    /** The earlier of the two: nothing is witnessed later than now, whatever a sender says. */
    public static Instant notAfter(Instant witnessed, Instant now) {
        return witnessed.isAfter(now) ? now : witnessed;
    }

    /** Microseconds since 1970, the version that grows with the witness time. */
    public static long version(Instant witnessed) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, witnessed);
    }
}
