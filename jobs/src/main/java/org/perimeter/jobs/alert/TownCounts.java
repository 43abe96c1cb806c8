// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.connectors.spi.store.TallyStore;
import org.perimeter.policy.alerting.TownNoise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What the last four weeks counted of ordinary life. Today is left out: what happens now must not
 * raise the bar that it is measured by.
 */
final class TownCounts {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final int DAYS = 28;

    private final LastKnown<TownNoise> noise;

    TownCounts(TallyStore tallies) {
        this.noise =
                new LastKnown<>(
                        "the town's counts", FRESH, TownNoise.UNKNOWN, now -> ask(tallies, now));
    }

    private static TownNoise ask(TallyStore tallies, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new TownNoise(tallies.total(today.minusDays(DAYS), today.minusDays(1)));
    }

    /** The noise of the town as it is known at this moment. */
    TownNoise at(Instant now) {
        return noise.at(now);
    }
}
