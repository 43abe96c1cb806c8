// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.entities.crf.CrfWeights;
import org.perimeter.nlp.entities.word.Capitals;
import org.perimeter.nlp.entities.word.WordType;

import java.util.EnumMap;
import java.util.Map;

/** What one word adds to the scores of its own and its neighbours' labels, added up once. */
final class WordScores {

    final WordType type;

    /** Per distance to the position looked at, from before to after; the word itself left out. */
    private final double[][] around = new double[2 * Features.REACH + 1][];

    /** Of the word itself, per use of capitals in the post. */
    private final Map<Capitals, double[]> here = new EnumMap<>(Capitals.class);

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
            here.put(capitals, scores);
        }
        step = new double[labels * labels];
        Features.ofStep(type, key -> weights.addTo(step, key));
    }

    /** The scores of the word's own labels. */
    double[] here(Capitals capitals) {
        double[] scores = here.get(capitals);
        if (scores == null) {
            throw new IllegalStateException("every way of writing has its scores");
        }
        return scores;
    }

    /** What the word adds to the position that it stands {@code offset} words after. */
    double[] around(int offset) {
        return around[offset + Features.REACH];
    }
}
