// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import io.github.resilience4j.core.IntervalFunction;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * When a delivery that failed is tried again: the schedule that Standard Webhooks recommend, each
 * wait a little longer by chance, so that many do not come back at once.
 */
public final class RetrySchedule {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    /**
     * A message that the receiver does not want holds those behind it up for 35 minutes at most.
     */
    private static final int WAITS_IF_UNWANTED = 3;

    private static final Duration LONGEST_ASKED = Duration.ofHours(24);
    private static final double JITTER = 0.2;

    private final IntervalFunction waits;

    /**
     * @param chance from 0 to below 1
     */
    public RetrySchedule(DoubleSupplier chance) {
        this.waits =
                failures -> {
                    long wait = WAITS.get(failures - 1).toMillis();
                    return wait + Math.round(wait * JITTER * chance.getAsDouble());
                };
    }

    /**
     * How long to wait.
     *
     * @param failures attempts in vain so far, from 1
     * @param last the newest of them
     * @return null when the delivery is to be given up
     */
    @Nullable Duration waitAfter(int failures, Attempt last) {
        int most = last.verdict() == Attempt.Verdict.UNWANTED ? WAITS_IF_UNWANTED : WAITS.size();
        if (failures > most) {
            return null;
        }
        Duration wait = Duration.ofMillis(waits.apply(failures));
        Duration asked = last.retryAfter();
        if (asked == null || asked.compareTo(wait) <= 0) {
            return wait;
        }
        return asked.compareTo(LONGEST_ASKED) <= 0 ? asked : LONGEST_ASKED;
    }
}
