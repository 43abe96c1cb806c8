// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import java.time.Duration;
import java.time.Instant;

/**
 * A time during which one of our processes was away.
 *
 * @param process its name
 * @param from when it ended
 * @param to when it was ready again
 * @param starts how often it was started until then, the last time included
 */
public record Outage(String process, Instant from, Instant to, int starts) {

    /** How long it was away. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
