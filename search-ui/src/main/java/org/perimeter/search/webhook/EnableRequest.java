// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.api.StatedReason;

/**
 * Why an endpoint is tried again.
 *
 * @param reason for the ledger; 1 to 500 characters that are not all blank
 */
public record EnableRequest(@Nullable String reason) {

    /**
     * The reason.
     *
     * @throws org.perimeter.search.api.error.ApiException 400 when it is missing or too long
     */
    String statedReason() {
        return StatedReason.of(reason);
    }
}
