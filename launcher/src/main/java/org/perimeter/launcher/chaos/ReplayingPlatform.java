// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.perimeter.launcher.measured.LoopbackPlatform;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A platform on 127.0.0.1 that speaks the Jetstream wire and forgets nothing: who comes back with a
 * cursor gets all that was served from there on, as the real one does for a day.
 */
final class ReplayingPlatform extends LoopbackPlatform {

    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d{1,18})(?:&|$)");

    private final NavigableMap<Long, String> served = new TreeMap<>();

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
    protected void subscribed(WebSocket socket, ClientHandshake handshake) {
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
}
