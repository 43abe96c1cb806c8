// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What scripted sources deliver, written by a test while they run, from any thread.
 *
 * <p>Sources find their script by its key, so that {@link #factory()} may be serialised and the
 * source be made elsewhere in the same JVM, as a mini cluster does.
 */
public final class SourceScript implements AutoCloseable {

    private static final Map<String, SourceScript> OPEN = new ConcurrentHashMap<>();

    private final String key = UUID.randomUUID().toString();
    private final String sourceId;
    private final List<Object> items = new ArrayList<>();
    private final List<SourceCursor> openings = new ArrayList<>();
    private boolean finished;
    private @Nullable String failure;
    private @Nullable Duration throttle;

    private SourceScript(String sourceId) {
        this.sourceId = sourceId;
    }

    /** An empty script for a source of the given id; close it to forget it. */
    public static SourceScript open(String sourceId) {
        SourceScript script = new SourceScript(sourceId);
        OPEN.put(script.key, script);
        return script;
    }

    static SourceScript find(String key) {
        SourceScript script = OPEN.get(key);
        if (script == null) {
            throw new IllegalStateException("the script of this source is closed");
        }
        return script;
    }

    /** Appends events. */
    public synchronized SourceScript deliver(PostEvent... events) {
        items.addAll(List.of(events));
        notifyAll();
        return this;
    }

    /** Appends a dead letter. */
    public synchronized SourceScript reject(DeadLetter letter) {
        items.add(letter);
        notifyAll();
        return this;
    }

    /** Ends the stream: the batch that holds the last item says that it is the last. */
    public synchronized SourceScript finish() {
        finished = true;
        notifyAll();
        return this;
    }

    /** Makes the next fetch of one source fail with the reason; the one after goes on. */
    public synchronized SourceScript failOnce(String reason) {
        failure = reason;
        notifyAll();
        return this;
    }

    /** Makes the next fetch of one source report throttling; the one after goes on. */
    public synchronized SourceScript throttleOnce(Duration retryAfter) {
        throttle = retryAfter;
        notifyAll();
        return this;
    }

    /** The cursors that sources were opened with so far, in order. */
    public synchronized List<SourceCursor> openings() {
        return List.copyOf(openings);
    }

    /** A serialisable recipe for sources that play this script. */
    public PostSourceFactory factory() {
        return new ScriptedPostSourceFactory(sourceId, key);
    }

    /** Forgets the script; sources that still play it go on. */
    @Override
    public void close() {
        OPEN.remove(key);
    }

    String sourceId() {
        return sourceId;
    }

    synchronized void opened(SourceCursor cursor) {
        openings.add(cursor);
    }

    synchronized boolean finished() {
        return finished;
    }

    synchronized @Nullable String takeFailure() {
        String taken = failure;
        failure = null;
        return taken;
    }

    synchronized @Nullable Duration takeThrottle() {
        Duration taken = throttle;
        throttle = null;
        return taken;
    }

    /** Items from the position on, at most so many; waits once for them, at most that long. */
    synchronized List<Object> items(int from, int max, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (from >= items.size() && !finished && failure == null && throttle == null) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        int to = (int) Math.min(items.size(), (long) from + max);
        return from >= to ? List.of() : List.copyOf(items.subList(from, to));
    }

    synchronized int size() {
        return items.size();
    }
}
