// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.source;

import org.perimeter.policy.model.decision.DeadLetter;

import java.time.Duration;
import java.util.List;

/**
 * What one call to a source brought; every expected outcome is a value.
 *
 * @param <T> what the source delivers: post events or incidents
 */
public sealed interface FetchOutcome<T> {

    /**
     * Items, and the cursor after them.
     *
     * @param items in the order in which the source witnessed them; may be empty
     * @param rejected what could not be read, in the same stretch of the source
     * @param next the cursor to resume from once these items are safe
     * @param finished whether the source will never deliver again (a file read to its end)
     */
    record Batch<T>(List<T> items, List<DeadLetter> rejected, SourceCursor next, boolean finished)
            implements FetchOutcome<T> {

        public Batch {
            items = List.copyOf(items);
            rejected = List.copyOf(rejected);
        }
    }

    /** Nothing new. */
    record NotModified<T>() implements FetchOutcome<T> {}

    /**
     * The platform asks to slow down.
     *
     * @param retryAfter how long to wait at least
     */
    record Throttled<T>(Duration retryAfter) implements FetchOutcome<T> {}

    /**
     * The source could not be reached or answered nonsense; the cursor stays where it was.
     *
     * @param reason for people and logs; no content of posts
     */
    record Failed<T>(String reason) implements FetchOutcome<T> {}
}
