// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.ndjson;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.testkit.source.PostFeed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** A growing file of activities. */
final class NdjsonFeed implements PostFeed {

    private static final Instant START = Instant.parse("2024-11-24T09:00:00Z");

    private final Path file;
    private final double speed;
    private final boolean follow;
    private final InstantSource clock;
    private int posts;

    NdjsonFeed(Path file) {
        this(file, 0, true, Clock.systemUTC());
    }

    NdjsonFeed(Path file, double speed, boolean follow, InstantSource clock) {
        this.file = file;
        this.speed = speed;
        this.follow = follow;
        this.clock = clock;
    }

    /** A post that its author wrote, and the network saw, that many seconds after nine. */
    static String note(int number) {
        Instant at = START.plusSeconds(number);
        return """
        {"type":"Create","actor":"https://exercise.invalid/users/a","published":"%s",\
        "object":{"type":"Note","id":"https://exercise.invalid/notes/%d",\
        "attributedTo":"https://exercise.invalid/users/a","content":"<p>Note %d</p>",\
        "published":"%s","to":["https://www.w3.org/ns/activitystreams#Public"]}}"""
                .formatted(at, number, number, at);
    }

    void append(String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void publish(int count) {
        for (int i = 0; i < count; i++) {
            append(note(++posts) + "\n");
        }
    }

    @Override
    public void publishUnreadable(String content) {
        append("{\"type\":\"Create\",\"object\":{\"content\":\"" + content + "\n");
    }

    @Override
    public PostSource source() {
        return new NdjsonPostSource(
                new NdjsonPostSourceFactory("file", "exercise", file.toString(), speed, follow),
                clock);
    }

    @Override
    public void close() {}
}
