// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * When to ask again: soon after a feed brought something, ever later while it does not, a tenth
 * more or less at random so that many sources do not ask at once.
 */
final class PollingPace {

    private static final double SLOWER = 1.5;
    private static final double JITTER = 0.1;

    private final InstantSource clock;
    private final DoubleSupplier random;
    private final Duration shortest;
    private final Duration longest;
    private Duration current;
    private Instant next = Instant.MIN;

    /**
     * @param random between 0 and 1
     */
    PollingPace(InstantSource clock, DoubleSupplier random, Duration shortest, Duration longest) {
        this.clock = clock;
        this.random = random;
        this.shortest = shortest;
        this.longest = longest;
        this.current = shortest;
    }

    /** How long to wait still; zero when it is time. */
    Duration untilNext() {
        Instant now = clock.instant();
        return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }

    /** The feed brought something. */
    void broughtSomething() {
        current = shortest;
        schedule(current);
    }

    /** The feed brought nothing, or could not be had. */
    void broughtNothing() {
        schedule(current);
        Duration slower = Duration.ofMillis((long) (current.toMillis() * SLOWER));
        current = slower.compareTo(longest) > 0 ? longest : slower;
    }

    /** The server asked to wait at least so long. */
    void asked(Duration wait) {
        schedule(wait.compareTo(current) > 0 ? wait : current);
    }

    private void schedule(Duration wait) {
        double factor = 1 + JITTER * (2 * random.getAsDouble() - 1);
        long millis = (long) (wait.toMillis() * factor);
        next = clock.instant().plusMillis(millis);
    }
}
