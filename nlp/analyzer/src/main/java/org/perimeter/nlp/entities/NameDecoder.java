// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.entities.crf.CrfWeights;
import org.perimeter.nlp.entities.crf.Viterbi;
import org.perimeter.nlp.entities.word.Capitals;
import org.perimeter.nlp.entities.word.WordClasses;
import org.perimeter.nlp.entities.word.WordType;
import org.perimeter.nlp.gazetteer.NameMatch;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels the tokens of a post with a trained model: exact, the labels that CoreNLP's own classifier
 * gives with the same weights and features, without building a string. Safe to share.
 */
public final class NameDecoder {

    private final CrfWeights weights;
    private final WordMemory memory;

    /** Decodes with the given weights and word knowledge. */
    public NameDecoder(CrfWeights weights, WordClasses classes) {
        this.weights = weights;
        this.memory = new WordMemory(classes, weights);
    }

    /**
     * The label of every token.
     *
     * @param places the gazetteer's names in the post
     */
    public List<String> label(List<NameToken> tokens, List<NameMatch> places) {
        List<String> labels = new ArrayList<>(tokens.size());
        for (byte label : decode(tokens, PlaceMarks.of(tokens, places))) {
            labels.add(weights.labels().get(label));
        }
        return labels;
    }

    private byte[] decode(List<NameToken> tokens, int[] places) {
        List<WordScores> scores = new ArrayList<>(tokens.size());
        List<WordType> types = new ArrayList<>(tokens.size());
        for (NameToken token : tokens) {
            WordScores of = memory.of(token);
            scores.add(of);
            types.add(of.type);
        }
        NameSequence sequence = new NameSequence(types, Capitals.of(types), places);
        Viterbi viterbi = new Viterbi(weights, tokens.size());
        int labels = weights.labels().size();
        double[] labelScores = new double[labels];
        double[] stepScores = new double[labels * labels];
        for (int at = 0; at < tokens.size(); at++) {
            score(scores, sequence, at, labelScores);
            System.arraycopy(scores.get(at).step, 0, stepScores, 0, stepScores.length);
            Features.ofStep(sequence, at, key -> weights.addTo(stepScores, key));
            viterbi.next(at, labelScores, stepScores);
        }
        return viterbi.labels();
    }

    private void score(List<WordScores> words, NameSequence sequence, int at, double[] into) {
        System.arraycopy(words.get(at).here(sequence.capitals()), 0, into, 0, into.length);
        for (int offset = -Features.REACH; offset <= Features.REACH; offset++) {
            if (offset != 0) {
                int other = at + offset;
                boolean edge = other < 0 || other >= words.size();
                double[] around = (edge ? memory.edge() : words.get(other)).around(offset);
                for (int i = 0; i < into.length; i++) {
                    into[i] += around[i];
                }
            }
        }
        Features.ofPosition(sequence, at, key -> weights.addTo(into, key));
    }
}
