// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.process.LauncherException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A platform of our own on 127.0.0.1: serves posts over the Jetstream wire, when it is told to. */
final class PostServer extends WebSocketServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STOP_MILLIS = 1_000;

    private final ObjectMapper json = new ObjectMapper();
    private final CompletableFuture<Integer> listening = new CompletableFuture<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final Clock clock;
    private long posts;

    PostServer(Clock clock) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.clock = clock;
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

    /** Waits until somebody reads. */
    void awaitSubscriber() throws InterruptedException {
        if (!subscribed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LauncherException("the job does not read the posts");
        }
    }

    /** Serves a post by a new author. */
    void serve(String text) {
        posts++;
        Instant now = clock.instant();
        ObjectNode event = json.createObjectNode();
        event.put("did", "did:plc:bench" + posts);
        event.put("time_us", ChronoUnit.MICROS.between(Instant.EPOCH, now));
        event.put("kind", "commit");
        ObjectNode commit = event.putObject("commit");
        commit.put("rev", Long.toString(posts))
                .put("operation", "create")
                .put("collection", "app.bsky.feed.post")
                .put("rkey", "post" + posts);
        ObjectNode post = commit.putObject("record");
        post.put("$type", "app.bsky.feed.post").put("text", text).put("createdAt", now.toString());
        post.putArray("langs").add("en");
        broadcast(event.toString());
    }

    @Override
    public void onStart() {
        listening.complete(getPort());
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        subscribed.countDown();
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        // A subscriber may narrow its selection; there is only one.
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // The posts that were served meanwhile will be counted as lost.
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
