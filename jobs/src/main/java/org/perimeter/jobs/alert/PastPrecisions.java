// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.DispositionStore;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.policy.model.alert.RulePrecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What analysts made of each rule's alerts so far; looked up again once a minute. */
final class PastPrecisions {

    private static final Logger LOGGER = LoggerFactory.getLogger(PastPrecisions.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final DispositionStore dispositions;
    private @Nullable Instant lookedAt;
    private Map<String, RulePrecision> known = Map.of();

    PastPrecisions(DispositionStore dispositions) {
        this.dispositions = dispositions;
    }

    /** By name of rule. */
    Map<String, RulePrecision> at(Instant now) {
        if (lookedAt == null || !now.isBefore(lookedAt.plus(FRESH))) {
            lookedAt = now;
            look();
        }
        return known;
    }

    private void look() {
        try {
            known = dispositions.precisions();
        } catch (StoreException e) {
            // What was known stands; a missed look must hold no alert back.
            LOGGER.atWarn().addKeyValue("stage", "alert").log("dispositions could not be read");
        }
    }
}
