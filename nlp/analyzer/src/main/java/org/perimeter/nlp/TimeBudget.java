// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the analysis of one post may take. Looked at between its steps, each of which is bounded
 * by the longest text that is read.
 *
 * @param limit longest time for one post
 * @param nanos a clock that only goes forward, in nanoseconds, as {@link System#nanoTime}
 */
public record TimeBudget(Duration limit, LongSupplier nanos) {

    /** No limit. */
    static final TimeBudget NONE = new TimeBudget(Duration.ofNanos(Long.MAX_VALUE), () -> 0);

    /** Starts the time of one post. */
    Running start() {
        return new Running(nanos.getAsLong());
    }

    /** The time of one post. */
    final class Running {

        private final long started;

        private Running(long started) {
            this.started = started;
        }

        /** Goes on with what a step gave, if there is time left. */
        <T> T after(T step) throws OverBudgetException {
            if (nanos.getAsLong() - started > limit.toNanos()) {
                throw new OverBudgetException();
            }
            return step;
        }
    }

    /** The time is up. */
    static final class OverBudgetException extends Exception {

        private static final long serialVersionUID = 1;

        private OverBudgetException() {
            super("over the time budget", null, false, false);
        }
    }
}
