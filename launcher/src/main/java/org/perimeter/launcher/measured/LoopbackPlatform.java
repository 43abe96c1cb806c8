// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.measured;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.process.LauncherException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A platform of our own on 127.0.0.1 that speaks the Jetstream wire; what it serves is added. */
public abstract class LoopbackPlatform extends WebSocketServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STOP_MILLIS = 1_000;

    private final CompletableFuture<Integer> listening = new CompletableFuture<>();

    /** A platform that does not listen yet. */
    protected LoopbackPlatform() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /**
     * Listens, and says where to subscribe.
     *
     * @throws LauncherException when it cannot listen
     */
    public final String listen() throws InterruptedException {
        setReuseAddr(true);
        setDaemon(true);
        start();
        try {
            int port = listening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return "ws://127.0.0.1:" + port + "/subscribe";
        } catch (ExecutionException | TimeoutException e) {
            throw new LauncherException("cannot serve posts", e);
        }
    }

    /** Somebody begins to read. */
    protected abstract void subscribed(WebSocket socket, ClientHandshake handshake);

    @Override
    public final void onStart() {
        listening.complete(getPort());
    }

    @Override
    public final void onOpen(WebSocket socket, ClientHandshake handshake) {
        subscribed(socket, handshake);
    }

    @Override
    public final void onMessage(WebSocket socket, String message) {
        // A subscriber may narrow its selection; there is only one.
    }

    @Override
    public final void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // Whoever reads may be killed; what it misses is counted by who measures.
    }

    @Override
    public final void onError(@Nullable WebSocket socket, Exception error) {
        if (socket == null) {
            listening.completeExceptionally(error);
        }
    }

    @Override
    public final void close() {
        try {
            stop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
