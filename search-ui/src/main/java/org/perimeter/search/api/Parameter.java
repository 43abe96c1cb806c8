// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

/**
 * One parameter of a route, as the OpenAPI document tells it.
 *
 * @param in {@code path} or {@code query}
 * @param name its name
 * @param type its Java type; anything {@link RecordSchemas} can describe
 * @param required whether it must be given
 * @param description one sentence
 */
public record Parameter(
        String in, String name, Class<?> type, boolean required, String description) {

    /** A part of the path; always given. */
    public static Parameter path(String name, String description) {
        return new Parameter("path", name, String.class, true, description);
    }

    /** An optional part of the query string. */
    public static Parameter query(String name, Class<?> type, String description) {
        return new Parameter("query", name, type, false, description);
    }
}
