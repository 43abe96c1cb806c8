// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells languages of Latin script apart by the small words that hold sentences together. */
final class FunctionWords {

    private static final String RESOURCE = "/org/perimeter/nlp/language/function-words.txt";

    private final List<String> languages;
    private final Map<String, Integer> masks;

    private FunctionWords(List<String> languages, Map<String, Integer> masks) {
        this.languages = languages;
        this.masks = masks;
    }

    static FunctionWords load() {
        List<String> lines = LineResource.read(RESOURCE);
        List<String> languages = lines.stream().map(l -> l.substring(0, 2)).distinct().toList();
        Map<String, Integer> masks = new HashMap<>();
        for (String line : lines) {
            int bit = 1 << languages.indexOf(line.substring(0, 2));
            for (String word : line.substring(3).trim().split(" ", -1)) {
                masks.merge(word, bit, (a, b) -> a | b);
            }
        }
        return new FunctionWords(languages, masks);
    }

    /** The languages whose words are known. */
    List<String> languages() {
        return languages;
    }

    /**
     * Counts the small words of each language, in the order of {@link #languages}; a word counts
     * less the more languages share it.
     */
    double[] count(List<Token> tokens) {
        double[] counts = new double[languages.size()];
        for (Token token : tokens) {
            if (token.kind() == TokenKind.WORD) {
                add(masks.getOrDefault(token.norm(), 0), counts);
            }
        }
        return counts;
    }

    private static void add(int mask, double[] counts) {
        int sharing = Integer.bitCount(mask);
        for (int i = 0; i < counts.length && mask != 0; i++) {
            if ((mask & (1 << i)) != 0) {
                counts[i] += 1.0 / sharing;
            }
        }
    }
}
