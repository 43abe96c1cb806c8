// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import org.perimeter.connectors.spi.store.AlertOutbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Numbers the changes of alerts, and forgets those that are older than alerts may be. */
public final class OutboxLoop {

    private static final int BATCH = 200;
    private static final Duration FORGETTING_PAUSE = Duration.ofHours(1);

    private final AlertOutbox outbox;
    private final Duration kept;
    private final Clock clock;
    private Instant forgotAt = Instant.EPOCH;

    /**
     * @param outbox of the store
     * @param kept how long changes can be delivered
     * @param clock wall clock
     */
    public OutboxLoop(AlertOutbox outbox, Duration kept, Clock clock) {
        this.outbox = outbox;
        this.kept = kept;
        this.clock = clock;
    }

    /** Does what is to be done now. */
    void round() {
        while (outbox.number(BATCH) == BATCH) {
            // There may be more.
        }
        Instant now = clock.instant();
        if (!now.isBefore(forgotAt.plus(FORGETTING_PAUSE))) {
            outbox.forget(now.minus(kept));
            forgotAt = now;
        }
    }
}
