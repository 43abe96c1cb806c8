// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.api.error.UnavailableException;

/** The ledger cannot take entries now; whatever needs one is refused (control AUD-01). */
public final class AuditUnavailableException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    /**
     * @param cause what happened, or null
     */
    public AuditUnavailableException(@Nullable Throwable cause) {
        super("the audit ledger cannot record this now, so it was not done", cause);
    }
}
