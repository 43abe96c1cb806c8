// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.incidents.cap.CapReader;
import org.perimeter.search.api.error.ApiException;

import java.util.Locale;

/** Which declared content types the API takes. */
final class MediaTypes {

    private MediaTypes() {}

    /** Whether a {@code Content-Type} declares JSON; parameters such as the charset are ignored. */
    static boolean isJson(@Nullable String contentType) {
        String type = of(contentType);
        return type.equals("application/json") || type.equals("application/geo+json");
    }

    /** Whether a {@code Content-Type} is one of ours, none of which a page's form can send. */
    static boolean isBeyondForms(@Nullable String contentType) {
        return isJson(contentType) || of(contentType).equals(CapReader.MEDIA_TYPE);
    }

    /** A {@code Content-Type} without its parameters, in lower case; empty when there is none. */
    static String of(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Refuses anything but a form with 415. */
    static void requireForm(@Nullable String contentType) {
        if (!of(contentType).equals("application/x-www-form-urlencoded")) {
            throw ApiException.of(415, "send application/x-www-form-urlencoded");
        }
    }

    /** Refuses anything but JSON with 415. */
    static void requireJson(@Nullable String contentType) {
        if (!isJson(contentType)) {
            throw ApiException.of(415, "send application/json or application/geo+json");
        }
    }
}
