// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the big languages of Latin script apart by the small words that hold sentences together.
 */
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

    /**
     * The one language whose small words clearly outnumber those of all others; null when none
     * does. A word counts less the more languages share it.
     */
    @Nullable String identify(List<Token> tokens) {
        double[] scores = new double[languages.size()];
        int words = 0;
        for (Token token : tokens) {
            if (token.kind() == TokenKind.WORD) {
                words++;
                add(masks.getOrDefault(token.norm(), 0), scores);
            }
        }
        int best = 0;
        double second = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                second = scores[best];
                best = i;
            } else {
                second = Math.max(second, scores[i]);
            }
        }
        boolean enough = scores[best] >= 1.5 || (scores[best] >= 1 && words <= 8);
        boolean dense = scores[best] * 12 >= words;
        return enough && dense && scores[best] >= 2 * second ? languages.get(best) : null;
    }

    private static void add(int mask, double[] scores) {
        int sharing = Integer.bitCount(mask);
        for (int i = 0; i < scores.length && mask != 0; i++) {
            if ((mask & (1 << i)) != 0) {
                scores[i] += 1.0 / sharing;
            }
        }
    }
}
