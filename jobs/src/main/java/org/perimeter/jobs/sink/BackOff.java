// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import java.time.Duration;

/** Waits that double from a tenth of a second to five seconds, until something succeeds. */
public final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    /** How long to wait now. */
    public Duration failed() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    /** Starts over. */
    public void succeeded() {
        next = FIRST;
    }
}
