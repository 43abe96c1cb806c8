// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

/**
 * How a script is staged.
 *
 * @param seed draws the ordinary posts and, where it varies, everything else
 * @param varied whether times, authors and the words for places differ from the script
 * @param ordinaryPosts how many ordinary posts there are
 * @param insidePercent how many in a hundred of them carry a position inside a fence
 */
public record Staging(long seed, boolean varied, int ordinaryPosts, int insidePercent) {

    /** As many ordinary posts as a city of that size writes in an hour. */
    public static final int CITY_POSTS = 20_000;

    /** Everything as it is written. */
    public static Staging asWritten(long seed) {
        return new Staging(seed, false, CITY_POSTS, 0);
    }

    /** Other times, authors and ordinary posts. */
    public static Staging varied(long seed) {
        return new Staging(seed, true, CITY_POSTS, 0);
    }
}
