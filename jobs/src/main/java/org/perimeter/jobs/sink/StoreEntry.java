// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import java.io.Serializable;

/**
 * A record on its way to the store, or the dead letter that takes its place, in the bytes that the
 * sink's buffer is checkpointed in.
 */
final class StoreEntry implements Serializable {

    private static final long serialVersionUID = 2L;

    private final Kind kind;
    private final byte[] bytes;

    /** What the bytes are; written by name, so the names stay. */
    enum Kind {
        /** A record of the sink's port. */
        RECORD,
        /** What is left of a record that the sink does not take. */
        DEAD_LETTER,
        /** Nothing can be left of it. */
        NOTHING
    }

    /**
     * @param bytes the record or letter as its Flink serializer writes it; not changed by anybody
     */
    StoreEntry(Kind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    Kind kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes;
    }
}
