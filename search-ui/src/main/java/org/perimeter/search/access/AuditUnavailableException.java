// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.jspecify.annotations.Nullable;

/** The ledger cannot take entries now; whatever needs one is refused (control AUD-01). */
public final class AuditUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong with the ledger
     * @param cause what happened, or null
     */
    public AuditUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
