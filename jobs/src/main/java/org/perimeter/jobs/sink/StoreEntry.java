// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import java.io.Serializable;

/** A record on its way to the store, in the bytes that the sink's buffer is checkpointed in. */
final class StoreEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    /**
     * @param bytes the record as its Flink serializer writes it; not changed by anybody
     */
    StoreEntry(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
