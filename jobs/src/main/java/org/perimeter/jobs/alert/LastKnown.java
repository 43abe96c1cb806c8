// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Something that the store knows and that alerts are judged by, asked for again when it has aged.
 * Where the store does not answer, what was known stands, and it is asked again after a minute: a
 * missed look must hold no alert back.
 *
 * @param <T> what is known
 */
final class LastKnown<T> {

    private static final Logger LOGGER = LoggerFactory.getLogger(LastKnown.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final String what;
    private final Duration fresh;
    private final Function<Instant, T> store;
    private @Nullable Instant nextLook;
    private T known;

    /**
     * @param what for the log
     * @param fresh how long an answer is good for
     * @param first what is believed before the first answer
     * @param store asks the store, as of a moment
     */
    LastKnown(String what, Duration fresh, T first, Function<Instant, T> store) {
        this.what = what;
        this.fresh = fresh;
        this.known = first;
        this.store = store;
    }

    /** What is known at this moment. */
    T at(Instant now) {
        if (nextLook == null || !now.isBefore(nextLook)) {
            nextLook = now.plus(look(now) ? fresh : AGAIN);
        }
        return known;
    }

    private boolean look(Instant now) {
        try {
            known = store.apply(now);
            return true;
        } catch (StoreException e) {
            LOGGER.atWarn()
                    .addKeyValue("stage", "alert")
                    .addKeyValue("what", what)
                    .log("the store did not answer");
            return false;
        }
    }
}
