// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.api.error.ApiException;

/** The person who answers for a deed. Until people sign in, it is the one who is named. */
final class StatedPerson {

    private static final int LONGEST = 100;

    private StatedPerson() {}

    /**
     * The name without blanks around it; 1 to 100 characters.
     *
     * @throws ApiException 400 when it is missing or too long
     */
    static String of(String field, @Nullable String person) {
        String stated = person == null ? "" : person.strip();
        if (stated.isEmpty() || stated.codePointCount(0, stated.length()) > LONGEST) {
            throw ApiException.badField(field, "must be a name of 1 to " + LONGEST + " characters");
        }
        return stated;
    }
}
