// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Which declared content types count as JSON. */
final class MediaTypes {

    private MediaTypes() {}

    /** Whether a {@code Content-Type} declares JSON; parameters such as the charset are ignored. */
    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String type =
                (parameters < 0 ? contentType : contentType.substring(0, parameters))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("application/geo+json");
    }

    /** Refuses anything but JSON with 415. */
    static void requireJson(@Nullable String contentType) {
        if (!isJson(contentType)) {
            throw ApiException.of(415, "send application/json or application/geo+json");
        }
    }
}
