// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Serves captured Jetstream events (version 1) on 127.0.0.1. Every subscriber gets all events that
 * are newer than its cursor, at once and in order, and stays connected.
 */
public final class JetstreamReplay implements AutoCloseable {

    private static final String CAPTURE = "/org/perimeter/connectors/exercise/jetstream-v1.ndjson";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<JetstreamEvent> events;
    private @Nullable JetstreamServer server;

    private JetstreamReplay(List<String> lines) {
        ObjectMapper json = new ObjectMapper();
        this.events =
                lines.stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> event(json, line))
                        .toList();
    }

    /** The capture that comes with Perimeter: events of test accounts on a server of our own. */
    public static JetstreamReplay ofCapture() {
        try (InputStream in = JetstreamReplay.class.getResourceAsStream(CAPTURE)) {
            if (in == null) {
                throw new IllegalStateException("the capture is not among the resources");
            }
            return new JetstreamReplay(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new CaptureException("cannot read the capture", e);
        }
    }

    /**
     * A file of events, one JSON object a line.
     *
     * @throws CaptureException when it cannot be read
     */
    public static JetstreamReplay of(Path file) {
        try {
            return new JetstreamReplay(Files.readAllLines(file));
        } catch (IOException e) {
            throw new CaptureException("cannot read " + file, e);
        }
    }

    /** How many events there are. */
    public int size() {
        return events.size();
    }

    /**
     * Starts to serve; once.
     *
     * @param port 0 for a free one
     * @return the address to subscribe to
     * @throws CaptureException when the port is taken
     */
    public String start(int port) {
        JetstreamServer started = new JetstreamServer(port, events);
        server = started;
        started.start();
        return "ws://127.0.0.1:" + started.awaitPort(PATIENCE) + "/subscribe";
    }

    @Override
    public void close() {
        if (server != null) {
            server.stopQuietly();
        }
    }

    /** An event that is not JSON is served, too: a real network would not check it either. */
    private static JetstreamEvent event(ObjectMapper json, String line) {
        try {
            return new JetstreamEvent(json.readTree(line).path("time_us").asLong(), line);
        } catch (JsonProcessingException e) {
            return new JetstreamEvent(Long.MAX_VALUE, line);
        }
    }
}
