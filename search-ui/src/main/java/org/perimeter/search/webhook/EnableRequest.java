// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.api.ApiException;

/**
 * Why an endpoint is tried again.
 *
 * @param reason for the ledger; 1 to 500 characters that are not all blank
 */
public record EnableRequest(@Nullable String reason) {

    private static final int LONGEST = 500;

    /**
     * The reason.
     *
     * @throws ApiException 400 when it is missing or too long
     */
    String statedReason() {
        String stated = reason == null ? "" : reason.strip();
        if (stated.isEmpty() || stated.codePointCount(0, stated.length()) > LONGEST) {
            throw ApiException.badField("reason", "must have 1 to " + LONGEST + " characters");
        }
        return stated;
    }
}
