// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What each post contributed to a number of counts, and the figures that follow, with percentile
 * bootstrap intervals: posts are drawn with replacement, since the mentions of one post are not
 * independent of each other.
 *
 * <p>The draws come from a fixed seed, so that the same contributions give the same intervals.
 */
public final class ScoreTally {

    private static final int DRAWS = 1_000;
    private static final long SEED = 20_130_415;
    private static final double TAIL = 0.025;

    private final int columns;
    private final List<double[]> posts = new ArrayList<>();
    private double[][] draws = new double[0][];

    /** Of so many counts. */
    public ScoreTally(int columns) {
        this.columns = columns;
    }

    /** A row of zeros for one more post; the caller counts into it before asking for a figure. */
    public double[] post() {
        double[] row = new double[columns];
        posts.add(row);
        draws = new double[0][];
        return row;
    }

    /** How many posts there are. */
    public int posts() {
        return posts.size();
    }

    /** The figure over all posts. */
    public double value(Statistic statistic) {
        double[] sums = new double[columns];
        posts.forEach(row -> add(row, sums));
        return statistic.of(sums);
    }

    /** The bootstrap interval of the figure. */
    public Interval interval(Statistic statistic) {
        if (posts.isEmpty()) {
            return Interval.UNKNOWN;
        }
        double[] values =
                Arrays.stream(draws())
                        .mapToDouble(statistic::of)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        if (values.length == 0) {
            return Interval.UNKNOWN;
        }
        return new Interval(
                values[(int) Math.floor(TAIL * (values.length - 1))],
                values[(int) Math.ceil((1 - TAIL) * (values.length - 1))]);
    }

    private double[][] draws() {
        if (draws.length == 0) {
            SplittableRandom random = new SplittableRandom(SEED);
            draws = new double[DRAWS][columns];
            for (double[] sums : draws) {
                for (int i = 0; i < posts.size(); i++) {
                    add(posts.get(random.nextInt(posts.size())), sums);
                }
            }
        }
        return draws;
    }

    private static void add(double[] row, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i];
        }
    }
}
