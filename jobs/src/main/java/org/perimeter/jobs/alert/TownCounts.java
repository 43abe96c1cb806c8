// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.TallyStore;
import org.perimeter.policy.alerting.TownNoise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What the last four weeks counted of ordinary life, looked up again once an hour, or after a
 * minute when the store did not answer. Today is left out: what happens now must not raise the bar
 * that it is measured by.
 */
final class TownCounts {

    private static final Logger LOGGER = LoggerFactory.getLogger(TownCounts.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int DAYS = 28;

    private final TallyStore tallies;
    private @Nullable Instant nextLook;
    private TownNoise known = TownNoise.UNKNOWN;

    TownCounts(TallyStore tallies) {
        this.tallies = tallies;
    }

    /** The noise of the town as it is known at this moment. */
    TownNoise at(Instant now) {
        if (nextLook == null || !now.isBefore(nextLook)) {
            boolean answered = look(LocalDate.ofInstant(now, ZoneOffset.UTC));
            nextLook = now.plus(answered ? FRESH : AGAIN);
        }
        return known;
    }

    private boolean look(LocalDate today) {
        try {
            known = new TownNoise(tallies.total(today.minusDays(DAYS), today.minusDays(1)));
            return true;
        } catch (StoreException e) {
            // What was known stands; a missed look must hold no alert back.
            LOGGER.atWarn().addKeyValue("stage", "alert").log("the town's counts were not read");
            return false;
        }
    }
}
