// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.api.StatedReason;

/**
 * Why a fence has to live on, and who answers for it.
 *
 * @param supervisor who grants it, by name; 1 to 100 characters
 * @param reason for the ledger; 1 to 500 characters that are not all blank
 */
public record RenewRequest(@Nullable String supervisor, @Nullable String reason) {

    /**
     * The supervisor.
     *
     * @throws org.perimeter.search.api.error.ApiException 400 when it is missing or too long
     */
    String statedSupervisor() {
        return StatedPerson.of("supervisor", supervisor);
    }

    /**
     * The reason.
     *
     * @throws org.perimeter.search.api.error.ApiException 400 when it is missing or too long
     */
    String statedReason() {
        return StatedReason.of(reason);
    }
}
