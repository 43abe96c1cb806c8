// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import okhttp3.Dns;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.http.GuardedDns;
import org.perimeter.connectors.http.NetworkReach;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.spi.source.SourceHealth;
import org.perimeter.policy.model.post.PostEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Reads a Jetstream server and survives it: lost connections are made again from the cursor, with
 * growing pauses; silence is probed by pings and ended; what the server skipped is counted.
 *
 * <p>Everything happens inside {@link #fetch}; there is no thread of its own beside those of the
 * HTTP client.
 */
public final class JetstreamPostSource implements PostSource {

    private static final Logger LOGGER = LoggerFactory.getLogger(JetstreamPostSource.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final JetstreamPostSourceFactory settings;
    private final ReconnectPause pauses;
    private final GuardedDns dns;
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final InstantSource clock;
    private final EventReader events;
    private final long idleNanos;
    private volatile @Nullable JetstreamConnection connection;
    private long nextAttemptNanos = System.nanoTime();
    private long fetchedNanos = System.nanoTime();
    private boolean pinged;
    private boolean opened;
    private boolean everOpened;
    private long reconnects;

    /** A source over the server that the settings name, unopened. */
    public JetstreamPostSource(JetstreamPostSourceFactory settings, InstantSource clock) {
        this(settings, clock, new ReconnectPause(FIRST_PAUSE, LONGEST_PAUSE), Dns.SYSTEM);
    }

    JetstreamPostSource(
            JetstreamPostSourceFactory settings,
            InstantSource clock,
            ReconnectPause pauses,
            Dns resolver) {
        this.settings = settings;
        URI server = URI.create(settings.url());
        this.dns =
                new GuardedDns(
                        resolver,
                        NetworkReach.ofHost(server.getHost()),
                        server.getScheme().equals("wss"));
        this.pauses = pauses;
        this.clock = clock;
        this.events = new EventReader(settings, clock);
        this.idleNanos = TimeUnit.MILLISECONDS.toNanos(settings.idleMillis());
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public void open(SourceCursor cursor) {
        events.startAfter(JetstreamCursor.of(cursor));
    }

    @Override
    public FetchOutcome<PostEvent> fetch(int max, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            JetstreamConnection current = connection;
            if (current == null) {
                if (!pauseIsOver(deadline)) {
                    return new FetchOutcome.NotModified<>();
                }
                current = connect();
            }
            return fetch(current, max, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FetchOutcome.NotModified<>();
        } finally {
            fetchedNanos = System.nanoTime();
        }
    }

    @Override
    public SourceHealth health() {
        JetstreamConnection current = connection;
        return new SourceHealth(
                events.received(),
                events.rejected(),
                events.gaps(),
                reconnects,
                current != null && current.isOpen());
    }

    @Override
    public void close() {
        closed.countDown();
        JetstreamConnection current = connection;
        if (current != null) {
            current.abort();
        }
    }

    private boolean pauseIsOver(long deadline) throws InterruptedException {
        long until = Math.min(0, nextAttemptNanos - deadline) + deadline;
        boolean stop = closed.await(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        return !stop && System.nanoTime() - nextAttemptNanos >= 0;
    }

    private JetstreamConnection connect() {
        JetstreamConnection fresh =
                new JetstreamConnection(client, address(), dns, settings.maxFrameChars());
        connection = fresh;
        opened = false;
        pinged = false;
        events.resume();
        return fresh;
    }

    private URI address() {
        String query =
                (settings.url().contains("?") ? "&" : "?")
                        + "wantedCollections="
                        + JetstreamMapper.POSTS;
        JetstreamCursor cursor = events.cursor();
        return URI.create(
                settings.url() + query + (cursor == null ? "" : "&cursor=" + cursor.micros()));
    }

    private FetchOutcome<PostEvent> fetch(JetstreamConnection current, int max, long deadline)
            throws InterruptedException {
        try {
            if (!current.awaitOpen(deadline - System.nanoTime())) {
                return new FetchOutcome.NotModified<>();
            }
        } catch (ExecutionException e) {
            return refused(HandshakeTrouble.of(e.getCause(), clock.instant()));
        }
        if (!opened) {
            opened = true;
            reconnects += everOpened ? 1 : 0;
            everOpened = true;
        }
        if (System.nanoTime() - fetchedNanos > idleNanos / 4) {
            current.forgetSilence();
        }
        return read(current, max, deadline);
    }

    private FetchOutcome<PostEvent> read(JetstreamConnection current, int max, long deadline)
            throws InterruptedException {
        events.startBatch();
        Frame frame = current.take(deadline - System.nanoTime());
        int taken = 0;
        while (frame != null && frame.kind() != Frame.Kind.END) {
            events.read(frame);
            pauses.reset();
            taken++;
            frame = taken < max ? current.take(0) : null;
        }
        String trouble = frame != null ? frame.text() : taken == 0 ? silence(current) : null;
        if (trouble != null) {
            lost(current, trouble);
        }
        FetchOutcome<PostEvent> batch = events.batch();
        if (batch == null) {
            return trouble == null
                    ? new FetchOutcome.NotModified<>()
                    : new FetchOutcome.Failed<>(trouble);
        }
        return batch;
    }

    /** Probes a silent connection; says so when it has been silent for too long. */
    private @Nullable String silence(JetstreamConnection current) {
        long silence = current.silenceNanos();
        if (silence > idleNanos) {
            return "silent for too long";
        }
        if (silence < idleNanos / 2) {
            pinged = false;
        } else if (!pinged) {
            pinged = true;
            current.ping();
        }
        return null;
    }

    private void lost(JetstreamConnection current, String why) {
        current.abort();
        connection = null;
        pause(pauses.afterFailure());
        LOGGER.atWarn().addKeyValue("source", id()).addKeyValue("why", why).log("connection lost");
    }

    private FetchOutcome<PostEvent> refused(HandshakeTrouble trouble) {
        connection = null;
        Duration pause = pauses.afterFailure();
        Duration asked = trouble.retryAfter();
        pause(asked == null || asked.compareTo(pause) < 0 ? pause : asked);
        return asked == null
                ? new FetchOutcome.Failed<>(trouble.reason())
                : new FetchOutcome.Throttled<>(asked);
    }

    private void pause(Duration pause) {
        nextAttemptNanos = System.nanoTime() + pause.toNanos();
    }
}
