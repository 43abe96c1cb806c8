// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What a head would find at every threshold: recall, precision and false alarms. */
public final class Curve {

    private final double[] positives;
    private final double[] negatives;

    public Curve(List<HeadOutcome> outcomes) {
        this.positives = sorted(outcomes, true);
        this.negatives = sorted(outcomes, false);
    }

    private static double[] sorted(List<HeadOutcome> outcomes, boolean positive) {
        return outcomes.stream()
                .filter(outcome -> outcome.positive() == positive)
                .mapToDouble(HeadOutcome::logOdds)
                .sorted()
                .toArray();
    }

    /** How many posts are of the class. */
    public int positives() {
        return positives.length;
    }

    /** How many are not. */
    public int negatives() {
        return negatives.length;
    }

    /** The share of the class that is found. */
    public double recall(double threshold) {
        return share(above(positives, threshold), positives.length);
    }

    /** The share of the others that is found too. */
    public double falseAlarms(double threshold) {
        return share(above(negatives, threshold), negatives.length);
    }

    /** The share of the class among what is found; 1 when nothing is. */
    public double precision(double threshold) {
        int right = above(positives, threshold);
        int found = right + above(negatives, threshold);
        return found == 0 ? 1 : (double) right / found;
    }

    /** The lowest threshold at which at most this share of the others is found. */
    public double lowestForFalseAlarms(double most) {
        int allowed = (int) Math.floor(most * negatives.length);
        if (allowed >= negatives.length) {
            return negatives.length == 0 ? -Double.MAX_VALUE : negatives[0];
        }
        return Math.nextUp(negatives[negatives.length - 1 - allowed]);
    }

    /**
     * The lowest threshold from which on at least this precision holds; above all when none does.
     */
    public double lowestForPrecision(double least) {
        double best = Double.NaN;
        double[] all =
                DoubleStream.concat(Arrays.stream(positives), Arrays.stream(negatives))
                        .sorted()
                        .toArray();
        for (int i = all.length - 1; i >= 0; i--) {
            if (precision(all[i]) >= least) {
                best = all[i];
            }
        }
        return Double.isNaN(best) ? Math.nextUp(all[all.length - 1]) : best;
    }

    /** The threshold below which this share of the class lies. */
    public double losing(double share) {
        return positives[(int) Math.floor(share * (positives.length - 1))];
    }

    private static int above(double[] sorted, double threshold) {
        int at = Arrays.binarySearch(sorted, threshold);
        if (at < 0) {
            return sorted.length + at + 1;
        }
        int first = at;
        while (first > 0 && sorted[first - 1] == threshold) {
            first--;
        }
        return sorted.length - first;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
