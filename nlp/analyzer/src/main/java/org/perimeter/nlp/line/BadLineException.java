// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.line;

import org.jspecify.annotations.Nullable;

/** A line that cannot be read; its message says why, without the line's content. */
public final class BadLineException extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String id;

    BadLineException(@Nullable String id, String message) {
        super(message);
        this.id = id;
    }

    /** The line's id, if that much could be read; null otherwise. */
    public @Nullable String id() {
        return id;
    }
}
