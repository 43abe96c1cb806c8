// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** How connector instances and networks may be named; the names stand in ids, logs and metrics. */
final class SourceIds {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final String RULE =
            ": 1 to 40 lower-case letters, digits or hyphens are required";

    private SourceIds() {}

    /**
     * @throws IllegalArgumentException when the id is not such a name
     */
    static void require(@Nullable String id) {
        requireName("id", id);
    }

    /**
     * @throws IllegalArgumentException when the component's value is not such a name
     */
    static void requireName(String component, @Nullable String value) {
        if (value == null || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(component + RULE);
        }
    }
}
