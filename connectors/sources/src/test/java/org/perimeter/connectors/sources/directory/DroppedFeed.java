// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.directory;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.testkit.source.PostFeed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** A directory into which every publication drops a file of its own. */
final class DroppedFeed implements PostFeed {

    private static final Instant START = Instant.parse("2024-11-24T09:00:00Z");

    private final Path directory;
    private final boolean follow;
    private int files;
    private int posts;

    DroppedFeed(Path directory, boolean follow) {
        this.directory = directory;
        this.follow = follow;
    }

    static String note(int number) {
        Instant at = START.plusSeconds(number);
        return """
        {"type":"Create","actor":"https://exercise.invalid/users/a","published":"%s",\
        "object":{"type":"Note","id":"https://exercise.invalid/notes/%d",\
        "attributedTo":"https://exercise.invalid/users/a","content":"<p>Note %d</p>",\
        "published":"%s","to":["https://www.w3.org/ns/activitystreams#Public"]}}"""
                .formatted(at, number, number, at);
    }

    void drop(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void publish(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(note(++posts)).append('\n');
        }
        drop("%05d.ndjson".formatted(++files), lines.toString());
    }

    @Override
    public void publishUnreadable(String content) {
        drop(
                "%05d.ndjson".formatted(++files),
                "{\"type\":\"Create\",\"object\":{\"content\":\"" + content);
    }

    @Override
    public PostSource source() {
        return new DirectoryPostSource(
                new DirectoryPostSourceFactory("dropped", "exercise", directory.toString(), follow),
                Clock.systemUTC());
    }

    @Override
    public void close() {}
}
