// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.ndjson;

import org.perimeter.connectors.spi.source.SourceCursor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place between two lines of a file; as a cursor it is written {@code offset:line}.
 *
 * @param offset bytes before it
 * @param line lines before it
 */
record LinePosition(long offset, long line) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

    /**
     * @throws IllegalArgumentException when another kind of source wrote the cursor
     */
    static LinePosition of(SourceCursor cursor) {
        if (cursor.equals(SourceCursor.START)) {
            return new LinePosition(0, 0);
        }
        Matcher written = WRITTEN.matcher(cursor.value());
        if (!written.matches()) {
            throw new IllegalArgumentException("not the cursor of a file");
        }
        return new LinePosition(Long.parseLong(written.group(1)), Long.parseLong(written.group(2)));
    }

    SourceCursor cursor() {
        return new SourceCursor(offset + ":" + line);
    }
}
