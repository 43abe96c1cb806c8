// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

import java.util.List;

/**
 * Turns the words of a text into features: single words, pairs, triples, pairs with one word
 * between them, all within a sentence; the same over the kinds of words; and the rules that
 * matched. Linear in the text; immutable, safe to share.
 */
public final class FeatureExtractor {

    private static final int CUE = "\u0001cue".hashCode();
    private static final int MOST_WORDS = 6;

    private final MaskedWords mask = MaskedWords.load();
    private final List<WordKinds> vocabularies =
            List.of(WordKinds.ofIncidents(), WordKinds.ofThreats());

    /**
     * The features of one text.
     *
     * @param words normalised words in order
     * @param sentences for each word the index of its sentence
     * @param cues what was recognised already
     */
    public TextFeatures extract(List<String> words, int[] sentences, List<Cue> cues) {
        TextFeatures features = new TextFeatures();
        int from = 0;
        while (from < words.size()) {
            int to = from;
            while (to < words.size() && sentences[to] == sentences[from]) {
                to++;
            }
            SentenceFeatures sentence = new SentenceFeatures(to - from);
            for (int i = from; i < to; i++) {
                sentence.add(mask.mask(words.get(i)).hashCode(), i);
            }
            sentence.end();
            sentence.addTo(features);
            vocabularies.forEach(kinds -> sentence.addTo(features, kinds));
            from = to;
        }
        vocabularies.forEach(kinds -> together(words, kinds, features));
        for (Cue cue : cues) {
            features.add(FeatureHash.pair(CUE, cue.name().hashCode()), cue.first(), cue.last());
        }
        return features;
    }

    /** Which kinds of words stand in one text, wherever they stand. */
    private static void together(List<String> words, WordKinds kinds, TextFeatures features) {
        int present = 0;
        int many = 0;
        for (String word : words) {
            WordKinds.Kind kind = kinds.ofHash(word.hashCode());
            if (kind != null) {
                present |= 1 << kind.index();
                many++;
            }
        }
        for (int a = 0; a < kinds.count() && Integer.bitCount(present) > 1; a++) {
            for (int b = a + 1; b < kinds.count(); b++) {
                if ((present & (1 << a)) != 0 && (present & (1 << b)) != 0) {
                    features.add(FeatureHash.pair(kinds.salt() + a, b));
                }
            }
        }
        features.add(FeatureHash.pair(kinds.salt(), -1 - Integer.bitCount(present)));
        features.add(FeatureHash.pair(kinds.salt(), -100 - Math.min(many, MOST_WORDS)));
    }
}
