// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.jobs.retry.BackOff;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.post.PostEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Polls one post source. A source that is throttled, fails or throws is left alone for a growing
 * while and tried again from its last cursor, for ever; it never fails the job.
 */
final class PostPoller implements Poller<Fetched> {

    private static final Logger LOGGER = LoggerFactory.getLogger(PostPoller.class);
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration IDLE = Duration.ofMillis(20);
    private static final Duration LEAST_ASKED = Duration.ofMillis(250);

    private final PostSourceFactory factory;
    private final BackOff backOff = BackOff.ofSource();
    private String cursor;
    private long gapsTold;
    private @Nullable PostSource source;

    PostPoller(PostSourceFactory factory, String cursor) {
        this.factory = factory;
        this.cursor = cursor;
    }

    @Override
    public Poll<Fetched> poll() {
        try {
            return read(open().fetch(BATCH, PATIENCE));
        } catch (RuntimeException e) {
            // Connectors promise not to throw; one that does must not stop the others.
            closeQuietly();
            return failed(e.getClass().getSimpleName());
        }
    }

    private PostSource open() {
        if (source == null) {
            PostSource fresh = factory.create();
            source = fresh;
            gapsTold = 0;
            fresh.open(new SourceCursor(cursor));
        }
        return source;
    }

    private Poll<Fetched> read(FetchOutcome<PostEvent> outcome) {
        if (outcome instanceof FetchOutcome.Batch<PostEvent> batch) {
            backOff.succeeded();
            return batch(batch);
        }
        if (outcome instanceof FetchOutcome.Throttled<PostEvent> throttled) {
            LOGGER.atInfo()
                    .addKeyValue("source", factory.id())
                    .addKeyValue("retryAfter", throttled.retryAfter())
                    .log("source asks to slow down");
            return Poll.nothing(longer(throttled.retryAfter(), LEAST_ASKED));
        }
        if (outcome instanceof FetchOutcome.Failed<PostEvent> failed) {
            return failed(failed.reason());
        }
        backOff.succeeded();
        return Poll.nothing(IDLE);
    }

    private Poll<Fetched> batch(FetchOutcome.Batch<PostEvent> batch) {
        List<Fetched> items = new ArrayList<>(batch.items().size() + 1);
        for (PostEvent event : batch.items()) {
            items.add(Fetched.of(event));
        }
        for (DeadLetter rejected : batch.rejected()) {
            items.add(Fetched.rejected(rejected));
        }
        long gaps = open().health().gaps();
        if (gaps > gapsTold) {
            items.add(Fetched.gaps(factory.id(), gaps - gapsTold));
            gapsTold = gaps;
        }
        cursor = batch.next().value();
        boolean waits = items.isEmpty() && !batch.finished();
        return new Poll<>(items, cursor, batch.finished(), waits ? IDLE : Duration.ZERO);
    }

    private Poll<Fetched> failed(String reason) {
        Duration wait = backOff.failed();
        LOGGER.atWarn()
                .addKeyValue("source", factory.id())
                .addKeyValue("reason", reason)
                .addKeyValue("retryAfter", wait)
                .log("source failed");
        return Poll.nothing(wait);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void closeQuietly() {
        PostSource open = source;
        source = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue("source", factory.id())
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("source did not close");
        }
    }

    @Override
    public void close() {
        closeQuietly();
    }
}
