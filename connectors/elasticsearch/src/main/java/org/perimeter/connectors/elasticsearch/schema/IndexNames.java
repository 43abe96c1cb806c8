// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.schema;

import java.util.regex.Pattern;

/**
 * Names of indices, aliases and templates of one deployment.
 *
 * @param prefix lower-case letters, digits, hyphens and underscores; separates deployments that
 *     share a cluster
 */
public record IndexNames(String prefix) {

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    /**
     * @throws IllegalArgumentException when the prefix cannot begin the name of an index
     */
    public IndexNames {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "prefix must be 1 to 64 lower-case letters, digits, hyphens or underscores");
        }
    }

    /** Alias over all indices of a family, and the name of its template. */
    public String alias(IndexFamily family) {
        return prefix + "-" + family.word();
    }

    /** The single index of a family that is not sliced. */
    String index(IndexFamily family) {
        return alias(family) + "-1";
    }

    /** The index of a sliced family for one slice. */
    public String index(IndexFamily family, Slice slice) {
        return alias(family) + "-" + slice.name();
    }

    /** Pattern that covers all indices of a family and none of another. */
    public String pattern(IndexFamily family) {
        return alias(family) + (family.isSliced() ? "-r*" : "-1");
    }

    /** Name of the component template with what all families share. */
    String settings() {
        return prefix + "-settings";
    }
}
