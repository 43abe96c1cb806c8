// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures work in seconds of processor time of its own thread, which a busy machine changes
 * little.
 */
final class CpuClock {

    private static final int LEAST_PASSES = 2;

    private CpuClock() {}

    /**
     * Posts per second of processor time: warms up for a while, then takes the best pass.
     *
     * @param work what is done with one post
     * @param posts the posts of one pass
     * @param warmUpSeconds processor time for warming up
     * @param passes measured passes
     */
    static double postsPerSecond(
            Consumer<String> work, List<String> posts, double warmUpSeconds, int passes) {
        // In processor time too: on a busy machine wall time passes without anything compiled.
        long end = threadNanos() + (long) (warmUpSeconds * 1e9);
        while (threadNanos() < end) {
            posts.forEach(work);
        }
        double best = 0;
        for (int pass = 0; pass < Math.max(LEAST_PASSES, passes); pass++) {
            long before = threadNanos();
            posts.forEach(work);
            best = Math.max(best, posts.size() / ((threadNanos() - before) / 1e9));
        }
        return best;
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
