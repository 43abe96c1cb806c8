// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

/** What one word adds to the scores of its own and its neighbours' labels, added up once. */
final class WordScores {

    final WordType type;

    /** Per distance to the position looked at, from before to after; the word itself left out. */
    private final double[][] around = new double[2 * Features.REACH + 1][];

    /** Of the word itself, per use of capitals in the post. */
    private final double[][] here = new double[Capitals.values().length][];

    /** Per pair of labels, the earlier label first. */
    final double[] step;

    WordScores(WordType type, CrfWeights weights) {
        this.type = type;
        int labels = weights.labels().size();
        for (int offset = -Features.REACH; offset <= Features.REACH; offset++) {
            double[] scores = new double[labels];
            if (offset != 0) {
                Features.ofWord(type, offset, Capitals.NONE, key -> weights.addTo(scores, key));
            }
            around[offset + Features.REACH] = scores;
        }
        for (Capitals capitals : Capitals.values()) {
            double[] scores = new double[labels];
            Features.ofWord(type, 0, capitals, key -> weights.addTo(scores, key));
            here[capitals.ordinal()] = scores;
        }
        step = new double[labels * labels];
        Features.ofStep(type, key -> weights.addTo(step, key));
    }

    /** The scores of the word's own labels. */
    double[] here(Capitals capitals) {
        return here[capitals.ordinal()];
    }

    /** What the word adds to the position that it stands {@code offset} words after. */
    double[] around(int offset) {
        return around[offset + Features.REACH];
    }
}
