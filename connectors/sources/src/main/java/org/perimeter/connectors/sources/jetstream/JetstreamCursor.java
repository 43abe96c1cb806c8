// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.source.SourceCursor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the stream was read to; written {@code time_us:count}.
 *
 * @param micros the greatest {@code time_us} read so far, microseconds since 1970
 * @param count how many events with exactly that time were read, at least 1
 */
record JetstreamCursor(long micros, int count) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):(\\d{1,9})");

    /**
     * The cursor, or null for {@link SourceCursor#START}.
     *
     * @throws IllegalArgumentException when another kind of source wrote it
     */
    static @Nullable JetstreamCursor of(SourceCursor cursor) {
        if (cursor.equals(SourceCursor.START)) {
            return null;
        }
        Matcher written = WRITTEN.matcher(cursor.value());
        if (!written.matches()) {
            throw new IllegalArgumentException("not the cursor of a Jetstream");
        }
        return new JetstreamCursor(
                Long.parseLong(written.group(1)), Integer.parseInt(written.group(2)));
    }

    /** The cursor after one more event with the given time. */
    static JetstreamCursor after(@Nullable JetstreamCursor before, long eventMicros) {
        if (before == null || eventMicros > before.micros) {
            return new JetstreamCursor(eventMicros, 1);
        }
        return eventMicros == before.micros
                ? new JetstreamCursor(eventMicros, before.count + 1)
                : before;
    }

    SourceCursor written() {
        return new SourceCursor(micros + ":" + count);
    }
}
