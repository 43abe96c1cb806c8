// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

/**
 * How many of how many, over blocks of two columns of a {@link ScoreTally}: hits, and all. Also
 * carries Wilson's interval for a share of independent cases.
 */
public final class Share {

    /** Columns of one block. */
    public static final int WIDTH = 2;

    private static final double Z95 = 1.959963984540054;

    private Share() {}

    /** Counts one case into a block of a post's row. */
    public static void count(boolean hit, double[] row, int block) {
        row[block * WIDTH] += hit ? 1 : 0;
        row[block * WIDTH + 1] += 1;
    }

    /** The share of hits; NaN when there was no case. */
    public static Statistic of(int block) {
        return perMany(block, 1);
    }

    /** Hits per so many cases; NaN when there was no case. */
    public static Statistic perMany(int block, double many) {
        return sums -> many * sums[block * WIDTH] / sums[block * WIDTH + 1];
    }

    /** Wilson's score interval: Wilson, JASA 22 (1927), 209. */
    public static Interval wilson(double hits, double cases) {
        if (cases == 0) {
            return Interval.UNKNOWN;
        }
        double p = hits / cases;
        double z2 = Z95 * Z95;
        double center = (p + z2 / (2 * cases)) / (1 + z2 / cases);
        double half =
                Z95 / (1 + z2 / cases) * Math.sqrt(p * (1 - p) / cases + z2 / (4 * cases * cases));
        return new Interval(Math.max(0, center - half), Math.min(1, center + half));
    }
}
