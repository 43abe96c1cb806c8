// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.api.json.Json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes server-sent events, each with one JSON value and flushed at once. */
public final class EventSink {

    private final OutputStream out;
    private final Json json;

    /**
     * @param out where the reader listens; not closed here
     * @param json writes the values
     */
    EventSink(OutputStream out, Json json) {
        this.out = out;
        this.json = json;
    }

    /**
     * Sends a value.
     *
     * @param id what the reader gives back as {@code Last-Event-ID} when it returns; null to leave
     *     its last one as it is. Must not hold line ends
     */
    public void send(@Nullable String id, Object value) throws IOException {
        write(id == null ? "" : "id: " + id + "\n", value);
    }

    /** Sends a value under an event name of its own. */
    void named(String name, Object value) throws IOException {
        write("event: " + name + "\n", value);
    }

    private void write(String head, Object value) throws IOException {
        // The mapper writes one line: line ends inside strings are escaped.
        out.write((head + "data: ").getBytes(StandardCharsets.UTF_8));
        out.write(json.write(value));
        out.write("\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
