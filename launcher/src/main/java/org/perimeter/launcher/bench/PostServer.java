// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.perimeter.launcher.measured.LoopbackPlatform;
import org.perimeter.launcher.process.LauncherException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves posts when it is told to. */
final class PostServer extends LoopbackPlatform {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ObjectMapper json = new ObjectMapper();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final Clock clock;
    private long posts;

    PostServer(Clock clock) {
        this.clock = clock;
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
    protected void subscribed(WebSocket socket, ClientHandshake handshake) {
        subscribed.countDown();
    }
}
