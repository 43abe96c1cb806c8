// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.capture;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The socket behind {@link JetstreamReplay}. */
final class JetstreamServer extends WebSocketServer {

    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d{1,18})");
    private static final int STOP_MILLIS = 1_000;

    private final List<JetstreamEvent> events;
    private final CompletableFuture<Integer> started = new CompletableFuture<>();

    JetstreamServer(int port, List<JetstreamEvent> events) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.events = List.copyOf(events);
        setReuseAddr(true);
        setDaemon(true);
    }

    /** The port, once it listens. */
    int awaitPort(Duration patience) {
        try {
            return started.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CaptureException(
                    "cannot serve on 127.0.0.1:" + getAddress().getPort() + "; is it taken?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureException("interrupted", e);
        }
    }

    void stopQuietly() {
        try {
            stop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        started.complete(getPort());
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        Matcher cursor = CURSOR.matcher(handshake.getResourceDescriptor());
        long after = cursor.find() ? Long.parseLong(cursor.group(1)) : -1;
        for (JetstreamEvent event : events) {
            if (event.micros() > after) {
                socket.send(event.text());
            }
        }
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        // Subscribers may ask for another selection of events; a replay has only one.
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // The next subscriber finds everything as it was.
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception error) {
        if (socket == null) {
            started.completeExceptionally(error);
        }
    }
}
