// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Event time as the network witnessed it. The author's own clock ({@code createdAt}) is never
 * looked at, a witness time ahead of the wall clock counts as now, and a source that says nothing
 * for a while holds nobody up.
 */
public final class WitnessTime {

    /** How late a post may come after others of the same source, without being late at all. */
    public static final Duration OUT_OF_ORDER = Duration.ofSeconds(10);

    private static final Duration IDLE_AFTER = Duration.ofSeconds(5);

    private WitnessTime() {}

    /**
     * The watermark strategy of the post stream.
     *
     * @param clock the wall clock; must be serialisable
     */
    public static WatermarkStrategy<Fetched> watermarks(Clock clock) {
        return WatermarkStrategy.<Fetched>forBoundedOutOfOrderness(OUT_OF_ORDER)
                .withTimestampAssigner((fetched, none) -> timestamp(fetched, clock))
                .withIdleness(IDLE_AFTER);
    }

    private static long timestamp(Fetched fetched, Clock clock) {
        if (fetched.event() == null) {
            // Dead letters and gaps say nothing about time.
            return Long.MIN_VALUE;
        }
        Instant witnessed = fetched.event().witnessedAt();
        if (witnessed.isBefore(Instant.EPOCH)) {
            // Refused at the door; some such times are too long ago to be counted.
            return Long.MIN_VALUE;
        }
        long now = clock.millis();
        return witnessed.isAfter(Instant.ofEpochMilli(now)) ? now : witnessed.toEpochMilli();
    }
}
