// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.source;

import org.perimeter.policy.model.post.PostEvent;

import java.time.Duration;

/**
 * One configured connection to a platform or feed. Used by one thread; opened once, fetched
 * repeatedly, closed once.
 */
public interface PostSource extends AutoCloseable {

    /** Id of this connector instance, as configured and as named in the source register. */
    String id();

    /**
     * Connects, and resumes after the given cursor.
     *
     * @param cursor the last one that was safe, or {@link SourceCursor#START}
     */
    void open(SourceCursor cursor);

    /**
     * Brings what is new, waiting at most the given time when there is nothing. Never throws at bad
     * input: that is in {@link FetchOutcome.Batch#rejected()}.
     *
     * @param max at most so many items, &gt; 0
     * @param patience longest wait; zero returns at once
     */
    FetchOutcome<PostEvent> fetch(int max, Duration patience);

    /** Counters of this instance since it was opened. */
    SourceHealth health();

    /** Disconnects; safe to call twice. */
    @Override
    void close();
}
