// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.retention;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Something that is going to be erased, written down before the deed, so that whoever finds it
 * again after a death can do the rest and say what was done.
 *
 * @param id of this erasure
 * @param kind what is erased
 * @param slice the slice with all that it held; null for the other kinds
 * @param incident the incident whose posts or key it is; empty for a slice
 * @param documents ids of the posts; empty for the other kinds
 * @param rulebookHash under which rulebook; empty for a slice, whose day stands whatever the rules
 * @param begunAt when it was written down
 */
public record Erasure(
        String id,
        Kind kind,
        @Nullable RetentionSlice slice,
        String incident,
        List<String> documents,
        String rulebookHash,
        Instant begunAt) {

    /** The kinds of thing. */
    public enum Kind {
        /** A whole index of posts. */
        SLICE,
        /** Posts of one incident. */
        POSTS,
        /** The key of one incident. */
        KEY
    }

    public Erasure {
        documents = List.copyOf(documents);
    }

    /** How many posts, or keys. */
    public long items() {
        return slice != null ? slice.documents() : Math.max(1, documents.size());
    }
}
