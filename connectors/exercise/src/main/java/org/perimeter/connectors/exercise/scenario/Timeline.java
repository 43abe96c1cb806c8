// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * How the exercise lies on the clock: it is played faster than it happened and ends when the wall
 * clock gets there, so that nothing in it is ever witnessed in the future.
 *
 * @param firstRead when the first line is released, wall clock
 * @param length of the exercise
 * @param speed how many seconds of the exercise pass in one second, at least 1
 */
public record Timeline(Instant firstRead, Duration length, double speed) {

    /**
     * @throws IllegalArgumentException when the speed is below 1
     */
    public Timeline {
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("the speed must be at least 1");
        }
    }

    /** When the network witnessed what happens so long after the start of the exercise. */
    public Instant witnessedAt(Duration offset) {
        return releasedAt(length).minus(length).plus(offset);
    }

    /** When that is released, wall clock. */
    public Instant releasedAt(Duration offset) {
        return firstRead.plusNanos((long) (offset.toNanos() / speed));
    }
}
