// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads a source the way a process does: fetch after fetch, keeping the last cursor. */
public final class SourceReader {

    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final PostSource source;
    private final List<PostEvent> events = new ArrayList<>();
    private final List<DeadLetter> rejected = new ArrayList<>();
    private SourceCursor cursor;
    private boolean finished;

    private SourceReader(PostSource source, SourceCursor cursor) {
        this.source = source;
        this.cursor = cursor;
    }

    /** Opens the source at the cursor. */
    public static SourceReader open(PostSource source, SourceCursor cursor) {
        source.open(cursor);
        return new SourceReader(source, cursor);
    }

    /**
     * Fetches until the given number of events and dead letters, counted together, has come since
     * the opening.
     *
     * @param max per fetch
     * @throws AssertionError when they have not come after 20 seconds
     */
    public SourceReader readUntil(int items, int max) {
        long start = System.nanoTime();
        while (events.size() + rejected.size() < items) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError(
                        "after 20 s only "
                                + events.size()
                                + " events and "
                                + rejected.size()
                                + " dead letters of "
                                + items);
            }
            fetch(max, PATIENCE);
        }
        return this;
    }

    /** Fetches once and returns what came. */
    public FetchOutcome<PostEvent> fetch(int max, Duration patience) {
        FetchOutcome<PostEvent> outcome = source.fetch(max, patience);
        if (outcome instanceof FetchOutcome.Batch<PostEvent> batch) {
            events.addAll(batch.items());
            rejected.addAll(batch.rejected());
            cursor = batch.next();
            finished = batch.finished();
        }
        return outcome;
    }

    /** All events so far, in order. */
    public List<PostEvent> events() {
        return List.copyOf(events);
    }

    /** Post ids of all events so far, in order. */
    public List<String> postIds() {
        return events.stream().map(PostEvent::postId).toList();
    }

    /** All dead letters so far, in order. */
    public List<DeadLetter> rejected() {
        return List.copyOf(rejected);
    }

    /** The cursor after the last batch. */
    public SourceCursor cursor() {
        return cursor;
    }

    /** Whether the last batch was the source's last. */
    public boolean finished() {
        return finished;
    }
}
