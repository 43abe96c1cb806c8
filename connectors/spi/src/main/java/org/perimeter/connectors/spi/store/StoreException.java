// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.jspecify.annotations.Nullable;

/**
 * The store could not do what was asked: unreachable, overloaded beyond the retries, or it refused.
 * Callers that guard a control treat it as a refusal.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * @param message what failed, without content of posts or queries
     * @param retryable whether the same call may succeed later
     * @param cause what the client said, or null
     */
    public StoreException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
