// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.http.GuardedDns;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection, from handshake to end: joins fragments to messages and holds at most a fixed
 * number of them, for the server is asked for another one only when one was taken.
 */
final class JetstreamConnection implements WebSocket.Listener {

    /** Most messages that wait here; the server is not asked for more. */
    static final int CAPACITY = 1024;

    private static final Duration HANDSHAKE = Duration.ofSeconds(15);

    private final int maxFrameChars;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<WebSocket> opening;
    private final StringBuilder partial = new StringBuilder();
    private boolean tooLarge;
    private volatile boolean ended;
    private volatile long heardNanos = System.nanoTime();

    /**
     * Begins to connect; see {@link #awaitOpen}.
     *
     * @param dns where the address may lead
     */
    JetstreamConnection(HttpClient client, URI address, GuardedDns dns, int maxFrameChars) {
        this.maxFrameChars = maxFrameChars;
        this.opening =
                CompletableFuture.runAsync(() -> require(dns, address), JetstreamConnection::aside)
                        .thenCompose(
                                allowed ->
                                        client.newWebSocketBuilder()
                                                .connectTimeout(HANDSHAKE)
                                                .header("User-Agent", "perimeter")
                                                .buildAsync(address, this));
    }

    /**
     * Waits for the handshake.
     *
     * @return whether it is done; false when the time is up
     * @throws ExecutionException when the server cannot be reached or refuses
     */
    boolean awaitOpen(long nanos) throws ExecutionException, InterruptedException {
        try {
            opening.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** The next message, waiting at most that long; null when there is none. */
    @Nullable Frame take(long nanos) throws InterruptedException {
        Frame frame = frames.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        if (frame != null && frame.kind() != Frame.Kind.END) {
            opening.join().request(1);
        }
        return frame;
    }

    /** How many messages wait to be taken. */
    int waiting() {
        return frames.size();
    }

    boolean isOpen() {
        return opening.isDone() && !opening.isCompletedExceptionally() && !ended;
    }

    /** Nanoseconds since anything came. */
    long silenceNanos() {
        return System.nanoTime() - heardNanos;
    }

    /** Counts the silence from now on: while nobody took messages, none could come. */
    void forgetSilence() {
        heardNanos = System.nanoTime();
    }

    void ping() {
        // When it fails, the connection is failing and says so itself.
        CompletableFuture<WebSocket> unused = opening.join().sendPing(ByteBuffer.allocate(0));
    }

    /** Ends it at once, also while it is still opening. */
    void abort() {
        ended = true;
        CompletableFuture<Void> unused = opening.thenAccept(WebSocket::abort);
    }

    @Override
    public void onOpen(WebSocket socket) {
        forgetSilence();
        socket.request(CAPACITY);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        forgetSilence();
        if (tooLarge || partial.length() + data.length() > maxFrameChars) {
            tooLarge = true;
            partial.setLength(0);
        } else {
            partial.append(data);
        }
        if (!last) {
            socket.request(1);
            return null;
        }
        frames.add(
                tooLarge
                        ? Frame.of(Frame.Kind.TOO_LARGE)
                        : new Frame(Frame.Kind.TEXT, partial.toString()));
        tooLarge = false;
        partial.setLength(0);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        forgetSilence();
        if (last) {
            frames.add(Frame.of(Frame.Kind.BINARY));
        } else {
            socket.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        forgetSilence();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        forgetSilence();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        end("closed by the server with status " + status);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end("connection broken: " + error.getClass().getSimpleName());
    }

    private static void require(GuardedDns dns, URI address) {
        try {
            dns.require(address.getHost());
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    /** Looking a name up may take long, and nobody should wait for it. */
    private static void aside(Runnable lookup) {
        Thread thread = new Thread(lookup, "jetstream-lookup");
        thread.setDaemon(true);
        thread.start();
    }

    private void end(String why) {
        ended = true;
        frames.add(new Frame(Frame.Kind.END, why));
    }
}
