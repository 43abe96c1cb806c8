// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.process.LauncherException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A platform on 127.0.0.1 that speaks the Jetstream wire and forgets nothing: who comes back with a
 * cursor gets all that was served from there on, as the real one does for a day.
 */
final class ReplayingPlatform extends WebSocketServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STOP_MILLIS = 1_000;
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d{1,18})(?:&|$)");

    private final CompletableFuture<Integer> listening = new CompletableFuture<>();
    private final NavigableMap<Long, String> served = new TreeMap<>();

    ReplayingPlatform() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        setReuseAddr(true);
        setDaemon(true);
    }

    /** Listens, and says where to subscribe. */
    String listen() throws InterruptedException {
        start();
        try {
            int port = listening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return "ws://127.0.0.1:" + port + "/subscribe";
        } catch (ExecutionException | TimeoutException e) {
            throw new LauncherException("cannot serve posts", e);
        }
    }

    /**
     * Serves an event to all who listen, and to those who come later.
     *
     * @param micros its {@code time_us}, greater than that of the event before
     */
    void serve(long micros, String event) {
        synchronized (served) {
            served.put(micros, event);
            broadcast(event);
        }
    }

    @Override
    public void onStart() {
        listening.complete(getPort());
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        Matcher cursor = CURSOR.matcher(handshake.getResourceDescriptor());
        if (!cursor.find()) {
            return;
        }
        try {
            synchronized (served) {
                for (Map.Entry<Long, String> event :
                        served.tailMap(Long.parseLong(cursor.group(1)), true).entrySet()) {
                    socket.send(event.getValue());
                }
            }
        } catch (WebsocketNotConnectedException e) {
            // Its process was killed in the meantime; it will come back.
            socket.close();
        }
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        // A subscriber may narrow its selection; there is only one.
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // Whoever reads was killed, or will be.
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception error) {
        if (socket == null) {
            listening.completeExceptionally(error);
        }
    }

    @Override
    public void close() {
        try {
            stop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
