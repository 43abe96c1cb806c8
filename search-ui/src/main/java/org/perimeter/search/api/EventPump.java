// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import io.javalin.http.Context;

import jakarta.servlet.http.HttpServletResponse;

import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.search.api.error.ApiException;
import org.perimeter.search.api.error.UnavailableException;
import org.perimeter.search.api.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs event streams, each on the thread of its request: looks, sends, waits a second. When
 * something that a stream needs is down, its reader is told ({@code event: trouble}) and the stream
 * goes on; when a rule refuses it, its reader is told ({@code event: refused}) and it ends.
 */
final class EventPump implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(EventPump.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_STREAMS = 64;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Semaphore places = new Semaphore(MOST_STREAMS);
    private final Json json;

    EventPump(Json json) {
        this.json = json;
    }

    /**
     * Serves a stream until it ends.
     *
     * @throws ApiException 503 when too many are open
     */
    void run(EventStream stream, Context context) throws IOException {
        if (!places.tryAcquire()) {
            throw ApiException.of(503, "too many live pages are open; close one");
        }
        try {
            HttpServletResponse response = context.res();
            response.setContentType(Route.EVENTS);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            EventSink sink = new EventSink(response.getOutputStream(), json);
            boolean goesOn = look(stream, sink);
            while (goesOn && !closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                goesOn = look(stream, sink);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOGGER.atDebug().log("a reader of a stream has left");
        } finally {
            places.release();
        }
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closing.countDown();
    }

    private boolean look(EventStream stream, EventSink sink) throws IOException {
        try {
            stream.look(sink);
            return true;
        } catch (ApiException e) {
            sink.named("refused", e.view(ApiServer.newId()));
            return false;
        } catch (StoreException e) {
            trouble("the store cannot answer now", e, sink);
            return true;
        } catch (UnavailableException e) {
            trouble(String.valueOf(e.getMessage()), e, sink);
            return true;
        }
    }

    private static void trouble(String message, Exception cause, EventSink sink)
            throws IOException {
        String id = ApiServer.newId();
        LOGGER.atWarn().addKeyValue("id", id).setCause(cause).log("a stream has to wait");
        sink.named("trouble", ApiException.of(503, message).view(id));
    }
}
