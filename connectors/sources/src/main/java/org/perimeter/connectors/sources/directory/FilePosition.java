// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.directory;

import org.perimeter.connectors.spi.source.SourceCursor;

/**
 * A place in a directory; as a cursor it is written {@code name/position}.
 *
 * @param file name of the file that is being read; empty before the first
 * @param inside the cursor inside it
 */
record FilePosition(String file, SourceCursor inside) {

    static final FilePosition START = new FilePosition("", SourceCursor.START);

    /**
     * @throws IllegalArgumentException when another kind of source wrote the cursor
     */
    static FilePosition of(SourceCursor cursor) {
        if (cursor.equals(SourceCursor.START)) {
            return START;
        }
        // A name cannot contain a slash, whatever else it contains.
        int slash = cursor.value().indexOf('/');
        if (slash <= 0) {
            throw new IllegalArgumentException("not the cursor of a directory");
        }
        return new FilePosition(
                cursor.value().substring(0, slash),
                new SourceCursor(cursor.value().substring(slash + 1)));
    }

    SourceCursor cursor() {
        return file.isEmpty() ? SourceCursor.START : new SourceCursor(file + "/" + inside.value());
    }
}
