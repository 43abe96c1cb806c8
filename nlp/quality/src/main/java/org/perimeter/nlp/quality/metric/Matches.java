// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Precision, recall and F1 over blocks of three columns of a {@link ScoreTally}: found and right,
 * found and wrong, missed. A block is a type, or a group such as an event.
 */
public final class Matches {

    /** Columns of one block. */
    public static final int WIDTH = 3;

    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int MISSED = 2;

    private Matches() {}

    /** Counts what was found against the truth, by equality, into a block of a post's row. */
    public static <T> void count(
            Collection<? extends T> truth, Collection<? extends T> found, double[] row, int block) {
        Set<T> gold = new HashSet<>(truth);
        Set<T> system = new HashSet<>(found);
        int right = (int) system.stream().filter(gold::contains).count();
        count(right, system.size() - right, gold.size() - right, row, block);
    }

    /** Adds numbers to a block of a post's row. */
    public static void count(double right, double wrong, double missed, double[] row, int block) {
        row[block * WIDTH + RIGHT] += right;
        row[block * WIDTH + WRONG] += wrong;
        row[block * WIDTH + MISSED] += missed;
    }

    /** Share of what was found that is right; NaN when nothing was found. */
    public static Statistic precision(int block) {
        return sums -> at(sums, block, RIGHT) / (at(sums, block, RIGHT) + at(sums, block, WRONG));
    }

    /** Share of the truth that was found; NaN when there is none. */
    public static Statistic recall(int block) {
        return sums -> at(sums, block, RIGHT) / (at(sums, block, RIGHT) + at(sums, block, MISSED));
    }

    /** Harmonic mean of both; 0 when all that was found is wrong, NaN when there was nothing. */
    public static Statistic f1(int block) {
        return sums ->
                2
                        * at(sums, block, RIGHT)
                        / (2 * at(sums, block, RIGHT)
                                + at(sums, block, WRONG)
                                + at(sums, block, MISSED));
    }

    /** A figure of all blocks together: every mention counts the same. */
    public static Statistic micro(Statistic ofBlockZero) {
        return sums -> {
            double[] all = new double[WIDTH];
            for (int i = 0; i < sums.length; i++) {
                all[i % WIDTH] += sums[i];
            }
            return ofBlockZero.of(all);
        };
    }

    /** The mean of a figure over the blocks that have any truth: every block counts the same. */
    public static Statistic macro(Statistic ofBlockZero) {
        return sums -> {
            double total = 0;
            int blocks = 0;
            for (int block = 0; block * WIDTH < sums.length; block++) {
                if (at(sums, block, RIGHT) + at(sums, block, MISSED) > 0) {
                    double[] one = new double[WIDTH];
                    System.arraycopy(sums, block * WIDTH, one, 0, WIDTH);
                    double value = ofBlockZero.of(one);
                    total += Double.isNaN(value) ? 0 : value;
                    blocks++;
                }
            }
            return blocks == 0 ? Double.NaN : total / blocks;
        };
    }

    private static double at(double[] sums, int block, int column) {
        return sums[block * WIDTH + column];
    }
}
