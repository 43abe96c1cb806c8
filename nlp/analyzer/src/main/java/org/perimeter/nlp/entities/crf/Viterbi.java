// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.crf;

import java.util.Arrays;

/** Finds the best sequence of labels exactly, position by position (Viterbi 1967). */
public final class Viterbi {

    private final CrfWeights weights;
    private final int labels;
    private final byte[][] best;
    private double[] before;
    private double[] here;

    /**
     * A decoder for one sequence.
     *
     * @param length number of positions
     */
    public Viterbi(CrfWeights weights, int length) {
        this.weights = weights;
        this.labels = weights.labels().size();
        this.best = new byte[length][labels];
        this.before = new double[labels];
        this.here = new double[labels];
        // Before the first word there is no name.
        Arrays.fill(before, Double.NEGATIVE_INFINITY);
        before[weights.background()] = 0;
    }

    /**
     * Takes the next position.
     *
     * @param scores one per label
     * @param steps one per pair of labels, the earlier label first
     */
    public void next(int at, double[] scores, double[] steps) {
        for (int label = 0; label < labels; label++) {
            double top = Double.NEGATIVE_INFINITY;
            byte from = 0;
            for (int earlier = 0; earlier < labels; earlier++) {
                double score = before[earlier] + steps[earlier * labels + label];
                if (score > top && weights.allows(earlier, label)) {
                    top = score;
                    from = (byte) earlier;
                }
            }
            here[label] = top + scores[label];
            best[at][label] = from;
        }
        double[] old = before;
        before = here;
        here = old;
    }

    /** The numbers of the best labels. */
    public byte[] labels() {
        byte[] path = new byte[best.length];
        byte label = 0;
        for (byte other = 1; other < labels; other++) {
            if (before[other] > before[label]) {
                label = other;
            }
        }
        for (int at = path.length - 1; at >= 0; at--) {
            path[at] = label;
            label = best[at][label];
        }
        return path;
    }
}
