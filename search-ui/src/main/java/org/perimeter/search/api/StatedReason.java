// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.api.error.ApiException;

/** The reason that a person has to give, and that goes into the ledger. */
public final class StatedReason {

    private static final int LONGEST = 500;

    private StatedReason() {}

    /**
     * The reason without blanks around it; 1 to 500 characters.
     *
     * @throws ApiException 400 when it is missing or too long
     */
    public static String of(@Nullable String reason) {
        String stated = reason == null ? "" : reason.strip();
        if (stated.isEmpty() || stated.codePointCount(0, stated.length()) > LONGEST) {
            throw ApiException.badField("reason", "must have 1 to " + LONGEST + " characters");
        }
        return stated;
    }
}
