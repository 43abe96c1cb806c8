// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

/**
 * The command line of the latency's measurement.
 *
 * @param posts how many posts are measured
 * @param perSecond how many of them are served in a second
 * @param background how many ordinary posts are served in a second beside them
 */
record LatencyArguments(int posts, int perSecond, int background) {

    private static final int POSTS = 200;
    private static final int PER_SECOND = 4;
    private static final int BACKGROUND = 50;
    private static final int FASTEST = 1_000;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when they are wrong
     */
    static LatencyArguments parse(String... arguments) {
        int posts = POSTS;
        int perSecond = PER_SECOND;
        int background = BACKGROUND;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            int number = Integer.parseInt(arguments[i + 1]);
            switch (arguments[i]) {
                case "--posts" -> posts = number;
                case "--per-second" -> perSecond = number;
                case "--background" -> background = number;
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        if (arguments.length % 2 != 0
                || posts < 1
                || perSecond < 1
                || perSecond > FASTEST
                || background < 0
                || background > FASTEST) {
            throw new IllegalArgumentException("rates are 1 to " + FASTEST);
        }
        return new LatencyArguments(posts, perSecond, background);
    }
}
