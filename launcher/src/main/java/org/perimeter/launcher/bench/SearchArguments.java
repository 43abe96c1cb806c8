// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * The command line of the search's measurement.
 *
 * @param posts how many posts there must at least be in the index
 * @param searches how many searches are measured
 * @param data folder that keeps the posts for the next time; null to use one that is thrown away
 */
record SearchArguments(int posts, int searches, @Nullable Path data) {

    private static final int POSTS = 50_000;
    private static final int SEARCHES = 1_000;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when they are wrong
     */
    static SearchArguments parse(String... arguments) {
        int posts = POSTS;
        int searches = SEARCHES;
        Path data = null;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--posts" -> posts = Integer.parseInt(arguments[i + 1]);
                case "--searches" -> searches = Integer.parseInt(arguments[i + 1]);
                case "--data" -> data = Path.of(arguments[i + 1]).toAbsolutePath();
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        if (arguments.length % 2 != 0 || posts < 1 || searches < 1) {
            throw new IllegalArgumentException("each option needs a value above 0");
        }
        return new SearchArguments(posts, searches, data);
    }
}
