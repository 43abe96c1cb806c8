// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Says when erased posts are taken off the disks, which rewrites what lies beside them: at most
 * once an hour, where much is erased; once a day wherever anything is.
 */
final class ExpungePlan {

    /** Less of a slice than this is not worth rewriting it before the day is over. */
    static final double MUCH = 0.1;

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration WHOLE_EVERY = Duration.ofHours(24);

    private Instant next = Instant.MIN;
    private Instant nextWhole = Instant.MIN;

    /** The smallest share of erased documents that is worth it now; empty when it is too early. */
    OptionalDouble shareDue(Instant now) {
        if (now.isBefore(next)) {
            return OptionalDouble.empty();
        }
        next = now.plus(PAUSE);
        return OptionalDouble.of(now.isBefore(nextWhole) ? MUCH : 0);
    }

    /** Notes that all was expunged, after which only much is, for a day. */
    void done(double share, long left, Instant now) {
        if (share == 0 && left == 0) {
            nextWhole = now.plus(WHOLE_EVERY);
        }
    }
}
