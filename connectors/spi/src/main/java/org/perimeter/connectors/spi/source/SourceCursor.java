// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.source;

/**
 * Where a source stands, in its own notation; the only thing of a source that a checkpoint holds.
 * It must never contain post text, a handle or a post id.
 *
 * @param value opaque to everybody but its source; empty at the very beginning
 */
public record SourceCursor(String value) {

    /** The beginning: whatever the source regards as "from now" or "from the first line". */
    public static final SourceCursor START = new SourceCursor("");
}
