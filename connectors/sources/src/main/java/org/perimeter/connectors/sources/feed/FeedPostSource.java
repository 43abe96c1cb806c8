// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.spi.source.SourceHealth;
import org.perimeter.policy.model.post.PostEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Polls a feed and delivers the entries that are new or changed.
 *
 * <p>That an entry vanishes from the feed says nothing; only a tombstone (RFC 6721) deletes. A
 * server that answers 410 ends the source, and it is never asked again until another address is
 * configured.
 */
public final class FeedPostSource implements PostSource {

    private static final Logger LOGGER = LoggerFactory.getLogger(FeedPostSource.class);

    private final FeedPostSourceFactory settings;
    private final FeedClient client;
    private final FeedInbox inbox;
    private final PollingPace pace;
    private final CountDownLatch closed = new CountDownLatch(1);
    private FeedState state;
    private boolean gone;
    private volatile boolean connected;

    /** A source over the feed that the settings name, unopened. */
    public FeedPostSource(FeedPostSourceFactory settings, InstantSource clock) {
        this(settings, clock, new HttpDoor());
    }

    FeedPostSource(FeedPostSourceFactory settings, InstantSource clock, HttpDoor door) {
        this.settings = settings;
        this.client = new FeedClient(settings.url(), settings.contact(), door, clock);
        this.inbox = new FeedInbox(settings, clock);
        this.pace =
                new PollingPace(
                        clock,
                        Duration.ofMillis(settings.shortestMillis()),
                        Duration.ofMillis(settings.longestMillis()));
        this.state = FeedState.of(settings.url());
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public void open(SourceCursor cursor) {
        FeedCursor position = FeedCursor.of(cursor, settings.url());
        gone = position.gone();
        state = position.state();
        inbox.restore(position.seen());
    }

    @Override
    public FetchOutcome<PostEvent> fetch(int max, Duration patience) {
        if (inbox.isEmpty() && gone) {
            return end();
        }
        try {
            if (inbox.isEmpty() && !isTime(patience)) {
                return new FetchOutcome.NotModified<>();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FetchOutcome.NotModified<>();
        }
        FetchOutcome<PostEvent> trouble = inbox.isEmpty() ? poll() : null;
        return trouble == null ? inbox.take(max, this::cursor) : trouble;
    }

    @Override
    public SourceHealth health() {
        return new SourceHealth(inbox.received(), inbox.rejected(), 0, 0, connected);
    }

    @Override
    public void close() {
        connected = false;
        closed.countDown();
        client.close();
    }

    private boolean isTime(Duration patience) throws InterruptedException {
        Duration wait = pace.untilNext();
        long nanos = Math.min(wait.toNanos(), patience.toNanos());
        boolean stop = closed.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        return !stop && pace.untilNext().isZero();
    }

    /** Asks the server; what to say when it brought nothing to take, otherwise null. */
    private @Nullable FetchOutcome<PostEvent> poll() {
        FeedAnswer answer = client.ask(state);
        connected = !(answer instanceof FeedAnswer.Failure);
        if (answer instanceof FeedAnswer.Document document) {
            return read(document);
        }
        if (answer instanceof FeedAnswer.Gone) {
            gone = true;
            LOGGER.atWarn().addKeyValue("source", id()).log("the feed is gone for good");
            return end();
        }
        if (answer instanceof FeedAnswer.Busy busy) {
            pace.asked(busy.pause());
            return new FetchOutcome.Throttled<>(busy.pause());
        }
        pace.broughtNothing();
        return answer instanceof FeedAnswer.Failure failure
                ? new FetchOutcome.Failed<>(failure.reason())
                : new FetchOutcome.NotModified<>();
    }

    private @Nullable FetchOutcome<PostEvent> read(FeedAnswer.Document document) {
        try {
            inbox.put(
                    FeedReader.read(
                            document.bytes(), document.contentType(), document.state().url()));
        } catch (UnreadableFeedException e) {
            pace.broughtNothing();
            return new FetchOutcome.Failed<>(e.reason());
        }
        state = document.state();
        if (inbox.isEmpty()) {
            pace.broughtNothing();
            return new FetchOutcome.NotModified<>();
        }
        pace.broughtSomething();
        return null;
    }

    private FetchOutcome<PostEvent> end() {
        connected = false;
        return new FetchOutcome.Batch<>(List.of(), List.of(), cursor(), true);
    }

    /** While entries wait to be taken, the feed must be asked for as a whole after a restart. */
    private SourceCursor cursor() {
        FeedState kept = inbox.isEmpty() ? state : FeedState.of(state.url());
        return new FeedCursor(SeenItems.mark(settings.url()), gone, kept, inbox.seen()).cursor();
    }
}
