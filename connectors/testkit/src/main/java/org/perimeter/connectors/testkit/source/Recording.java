// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import org.java_websocket.WebSocket;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of a replay server and who is listening to them. */
final class Recording {

    private static final Pattern TIME = Pattern.compile("\"time_us\"\\s*:\\s*(\\d{1,18})");
    private static final Pattern COLLECTION =
            Pattern.compile("\"collection\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d{1,18})");
    private static final Pattern WANTED = Pattern.compile("[?&]wantedCollections=([^&]*)");
    private static final int NEVER = -1;

    private final List<Event> events = new ArrayList<>();
    private final Set<WebSocket> listeners = new LinkedHashSet<>();
    private final List<String> subscriptions = new ArrayList<>();
    private long keptFromMicros;
    private int breakAfter = NEVER;
    private int fragmentBytes;

    synchronized void append(String json) {
        Matcher time = TIME.matcher(json);
        long previous = events.isEmpty() ? 0 : events.get(events.size() - 1).micros();
        Event event = new Event(json, time.find() ? Long.parseLong(time.group(1)) : previous);
        events.add(event);
        List.copyOf(listeners).forEach(listener -> send(listener, event));
    }

    synchronized void subscribe(WebSocket listener, String resource) {
        subscriptions.add(resource);
        listener.setAttachment(resource);
        listeners.add(listener);
        Matcher cursor = CURSOR.matcher(resource);
        long from = cursor.find() ? Long.parseLong(cursor.group(1)) : 0;
        boolean found = false;
        for (Event event : events) {
            found |= event.micros() >= from;
            if (found && event.micros() >= keptFromMicros && listeners.contains(listener)) {
                send(listener, event);
            }
        }
    }

    synchronized void unsubscribe(WebSocket listener) {
        listeners.remove(listener);
    }

    synchronized void forgetBefore(long timeMicros) {
        keptFromMicros = timeMicros;
    }

    synchronized void breakOnceAfter(int count) {
        breakAfter = count;
    }

    synchronized void fragment(int bytes) {
        fragmentBytes = bytes;
    }

    synchronized List<String> subscriptions() {
        return List.copyOf(subscriptions);
    }

    private void send(WebSocket listener, Event event) {
        if (!isWanted(event, listener.getAttachment())) {
            return;
        }
        try {
            sendWhole(listener, event.json());
        } catch (WebsocketNotConnectedException e) {
            listeners.remove(listener);
            return;
        }
        if (breakAfter > 0 && --breakAfter == 0) {
            breakAfter = NEVER;
            listeners.remove(listener);
            listener.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        }
    }

    private void sendWhole(WebSocket listener, String json) {
        if (fragmentBytes == 0) {
            listener.send(json);
            return;
        }
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += fragmentBytes) {
            int length = Math.min(fragmentBytes, bytes.length - from);
            boolean last = from + length == bytes.length;
            listener.sendFragmentedFrame(
                    Opcode.TEXT, ByteBuffer.wrap(bytes, from, length).slice(), last);
        }
    }

    /** Account and identity events go to everybody, whatever collections are wanted. */
    private static boolean isWanted(Event event, String resource) {
        Matcher wanted = WANTED.matcher(resource);
        Matcher collection = COLLECTION.matcher(event.json());
        return !wanted.find() || !collection.find() || wanted.group(1).equals(collection.group(1));
    }

    private record Event(String json, long micros) {}
}
