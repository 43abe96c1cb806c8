// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import java.util.List;

/**
 * What an alert says in one language; elements that are absent are empty.
 *
 * @param language its language
 * @param categories such as {@code Fire}
 * @param event what happened, in words
 * @param severity such as {@code Extreme}
 * @param responses such as {@code AllClear}
 * @param expires when it ends, as written
 * @param polygons all areas' polygons, as written
 * @param circles all areas' circles, as written
 */
record CapInfo(
        String language,
        List<String> categories,
        String event,
        String severity,
        List<String> responses,
        String expires,
        List<String> polygons,
        List<String> circles) {

    CapInfo {
        categories = List.copyOf(categories);
        responses = List.copyOf(responses);
        polygons = List.copyOf(polygons);
        circles = List.copyOf(circles);
    }

    /** Whether the event is no longer a threat. */
    boolean isAllClear() {
        return responses.contains("AllClear");
    }
}
