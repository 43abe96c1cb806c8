// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.error;

import org.jspecify.annotations.Nullable;

/** Something that an answer needs is down; the answer is 503. */
public class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;

    /**
     * @param message one sentence for the caller
     * @param cause what happened, or null
     */
    protected UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
