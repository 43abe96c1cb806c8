// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import org.jspecify.annotations.Nullable;

/**
 * One whole message of the connection, or its end.
 *
 * @param kind what it is
 * @param text the message; for {@link Kind#END} why the connection ended, in our own words; null
 *     when nothing of it was kept
 */
record Frame(Kind kind, @Nullable String text) {

    /** What came. */
    enum Kind {
        TEXT,
        TOO_LARGE,
        BINARY,
        END
    }

    static Frame of(Kind kind) {
        return new Frame(kind, null);
    }
}
