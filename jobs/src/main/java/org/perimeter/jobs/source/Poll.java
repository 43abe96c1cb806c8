// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * What one poll brought; never leaves the process.
 *
 * @param items in order; may be empty
 * @param cursor where to resume once the items are safe; null when it did not move
 * @param finished whether nothing will ever come again
 * @param rest how long to leave the other side alone before the next poll; zero for at once
 */
public record Poll<T>(List<T> items, @Nullable String cursor, boolean finished, Duration rest) {

    public Poll {
        items = List.copyOf(items);
    }

    /** Nothing came, and nothing should be asked for the given time. */
    public static <T> Poll<T> nothing(Duration rest) {
        return new Poll<>(List.of(), null, false, rest);
    }
}
