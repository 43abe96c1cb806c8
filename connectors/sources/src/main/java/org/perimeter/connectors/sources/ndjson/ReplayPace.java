// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.ndjson;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * When each item of a recording is released: an item witnessed at {@code p} at {@code t0 + (p - p0)
 * / speed}, where {@code p0} is the first item's witness time and {@code t0} the time it was first
 * asked about.
 *
 * <p>A jump of more than a day, forwards or back, starts the counting anew, so that one line with a
 * broken clock cannot hold up the file.
 */
final class ReplayPace {

    private static final Duration JUMP = Duration.ofDays(1);

    private final double speed;
    private @Nullable Instant latest;
    private Instant first = Instant.EPOCH;
    private Instant started = Instant.EPOCH;

    /**
     * @param speed at least 0; 0 releases everything at once
     */
    ReplayPace(double speed) {
        this.speed = speed;
    }

    /** Whether items are ever held back. */
    boolean isPaced() {
        return speed > 0;
    }

    /** How long an item must still wait; zero or less when it is due. */
    Duration untilDue(Instant witnessed, Instant now) {
        if (!isPaced()) {
            return Duration.ZERO;
        }
        if (latest == null || Duration.between(latest, witnessed).abs().compareTo(JUMP) > 0) {
            first = witnessed;
            started = now;
        }
        latest = witnessed;
        double recordedMillis = Duration.between(first, witnessed).toMillis();
        long elapsedMillis = Duration.between(started, now).toMillis();
        return Duration.ofMillis((long) Math.ceil(recordedMillis / speed) - elapsedMillis);
    }
}
