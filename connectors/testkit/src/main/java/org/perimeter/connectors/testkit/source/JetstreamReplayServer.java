// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket server on a free loopback port that speaks version 1 of Jetstream's wire and can
 * misbehave as real ones do.
 *
 * <p>A client with a cursor gets everything from that {@code time_us} on, silently clamped to what
 * is still kept; one without a cursor gets the whole recording, as if it had been there all along.
 */
public final class JetstreamReplayServer implements AutoCloseable {

    private final Recording recording = new Recording();
    private final Server server = new Server(recording);

    private JetstreamReplayServer() {}

    /** Starts an empty server. */
    public static JetstreamReplayServer start() {
        JetstreamReplayServer started = new JetstreamReplayServer();
        started.server.start();
        started.server.awaitStart();
        return started;
    }

    /** The address to subscribe at. */
    public String url() {
        return "ws://127.0.0.1:" + server.getPort() + "/subscribe";
    }

    /** Appends events and sends them to everybody who is connected. */
    public void append(List<String> events) {
        events.forEach(recording::append);
    }

    /** Sends one message in fragments of so many bytes from now on; 0 in one piece. */
    public void fragment(int bytes) {
        recording.fragment(bytes);
    }

    /** Forgets what is older, as a server does after its look-back time, without saying so. */
    public void forgetBefore(long timeMicros) {
        recording.forgetBefore(timeMicros);
    }

    /** Breaks the connection of each client once, after it was sent so many events. */
    public void breakOnceAfter(int events) {
        recording.breakOnceAfter(events);
    }

    /** Closes all connections, with a proper close frame. */
    public void closeConnections() {
        server.getConnections().forEach(connection -> connection.close(CloseFrame.GOING_AWAY));
    }

    /** Stops answering pings from now on, as behind a network that fell silent. */
    public void ignorePings() {
        server.ignoresPings = true;
    }

    /** The path and query of every subscription so far, in order. */
    public List<String> subscriptions() {
        return recording.subscriptions();
    }

    @Override
    public void close() {
        try {
            server.stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Server extends WebSocketServer {

        private final Recording recording;
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile boolean ignoresPings;

        private Server(Recording recording) {
            super(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    1,
                    List.of(new Draft_6455()));
            this.recording = recording;
            setReuseAddr(true);
            setTcpNoDelay(true);
            setConnectionLostTimeout(0);
            setDaemon(true);
        }

        private void awaitStart() {
            try {
                if (!started.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the server did not start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            recording.subscribe(connection, handshake.getResourceDescriptor());
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            recording.unsubscribe(connection);
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            // Version 1 clients have nothing to say that matters here.
        }

        @Override
        public void onError(WebSocket connection, Exception error) {
            // A client that went away is what tests do on purpose.
        }

        @Override
        public void onWebsocketPing(WebSocket connection, Framedata frame) {
            if (!ignoresPings) {
                super.onWebsocketPing(connection, frame);
            }
        }
    }
}
