// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Tells a person on standard error what is being done, and how many seconds after the call that is.
 */
final class Told implements Consumer<String> {

    /** Seconds that the script had spent, on building, before it started this JVM. */
    private static final String WAITED = "perimeter.waited";

    private final PrintStream err;
    private final InstantSource clock;
    private final Instant called;

    /**
     * @param called when the person called the command
     */
    Told(PrintStream err, InstantSource clock, Instant called) {
        this.err = err;
        this.clock = clock;
        this.called = called;
    }

    /** On standard error; the call was when the script says, or now. */
    static Told standardError(InstantSource clock) {
        long waited = Math.max(0, Long.getLong(WAITED, 0));
        return new Told(System.err, clock, clock.instant().minusSeconds(waited));
    }

    @Override
    public void accept(String line) {
        long seconds = Duration.between(called, clock.instant()).toSeconds();
        err.println("perimeter: " + line + " (" + seconds + " s)");
        err.flush();
    }
}
