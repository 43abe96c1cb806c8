// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import java.nio.file.Path;

/**
 * The command line of the measurement.
 *
 * @param posts how many posts are measured
 * @param incidents how many are live
 * @param node folder of the local Elasticsearch node
 */
record BenchArguments(int posts, int incidents, Path node) {

    private static final int POSTS = 50_000;
    private static final int INCIDENTS = 20;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when they are wrong
     */
    static BenchArguments parse(String... arguments) {
        int posts = POSTS;
        int incidents = INCIDENTS;
        Path node =
                Path.of(
                        System.getProperty(
                                "perimeter.node.home",
                                "connectors/elasticsearch-node/target/node"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--posts" -> posts = Integer.parseInt(arguments[i + 1]);
                case "--incidents" -> incidents = Integer.parseInt(arguments[i + 1]);
                case "--node" -> node = Path.of(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        if (arguments.length % 2 != 0 || posts < 1 || incidents < 1) {
            throw new IllegalArgumentException("usage: [--posts N] [--incidents N] [--node DIR]");
        }
        return new BenchArguments(posts, incidents, node);
    }
}
