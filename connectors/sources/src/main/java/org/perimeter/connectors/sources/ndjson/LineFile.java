// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.ndjson;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file read line by line while somebody may still be writing it.
 *
 * <p>It is opened anew for every chunk, so that nothing is held open while waiting and a file that
 * appears late, or is replaced, is found by its name.
 */
final class LineFile {

    private static final int CHUNK = 128 * 1024;

    private final Path path;
    private final int maxLine;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long consumed;
    private long number;
    private long truncations;
    private boolean tooLarge;
    private boolean exists;

    /**
     * @param path may not exist yet
     * @param maxLine longest line in bytes that is kept in memory
     */
    LineFile(Path path, int maxLine) {
        this.path = path;
        this.maxLine = maxLine;
    }

    /** Continues after the given position. */
    void seek(LinePosition position) {
        restart(position.offset(), position.line());
    }

    /**
     * The next line without its end; null when there is none yet.
     *
     * @param takeUnended whether what stands after the last line end counts as a line
     */
    @Nullable Line next(boolean takeUnended) throws IOException {
        while (true) {
            if (!chunk.hasRemaining() && !refill()) {
                return takeUnended && exists && (line.size() > 0 || tooLarge) ? take() : null;
            }
            byte next = chunk.get();
            consumed++;
            if (next == '\n') {
                return take();
            }
            if (line.size() >= maxLine) {
                tooLarge = true;
            } else {
                line.write(next);
            }
        }
    }

    /** Whether the file was there at the last look. */
    boolean exists() {
        return exists;
    }

    /** How often the file became shorter than what was read of it, and was read from its start. */
    long truncations() {
        return truncations;
    }

    private boolean refill() throws IOException {
        exists = Files.exists(path);
        if (!exists) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            if (channel.size() < consumed) {
                truncations++;
                restart(0, 0);
            }
            chunk.clear();
            int read = channel.position(consumed).read(chunk);
            chunk.flip();
            return read > 0;
        }
    }

    private void restart(long offset, long lineNumber) {
        chunk.limit(0);
        line.reset();
        tooLarge = false;
        consumed = offset;
        number = lineNumber;
    }

    private Line take() {
        number++;
        Line taken = new Line(line.toByteArray(), tooLarge, new LinePosition(consumed, number));
        line.reset();
        tooLarge = false;
        return taken;
    }

    /** One line. */
    static final class Line {

        private final byte[] bytes;
        private final boolean tooLarge;
        private final LinePosition after;

        private Line(byte[] bytes, boolean tooLarge, LinePosition after) {
            this.bytes = bytes;
            this.tooLarge = tooLarge;
            this.after = after;
        }

        /** Its bytes, cut off when it is too large. */
        byte[] bytes() {
            return bytes;
        }

        /** Whether it is longer than what is kept. */
        boolean tooLarge() {
            return tooLarge;
        }

        /** Where the next line starts. */
        LinePosition after() {
            return after;
        }

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLarge;
        }
    }
}
