// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** What is remembered of the post that the current event is about. */
public interface PostMemory {

    /** The newest state that went by; null when none did, or too long ago. */
    @Nullable SeenPost get() throws IOException;

    /** Remembers a newer state. */
    void put(SeenPost seen) throws IOException;
}
