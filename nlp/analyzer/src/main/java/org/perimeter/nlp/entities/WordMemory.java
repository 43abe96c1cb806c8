// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.entities.crf.CrfWeights;
import org.perimeter.nlp.entities.word.WordClasses;
import org.perimeter.nlp.entities.word.WordType;
import org.perimeter.nlp.triage.TokenKind;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what was worked out for a word. Bounded; when full, new words are worked out each time.
 * What it answers does not depend on what it remembers. Safe for any number of threads.
 */
final class WordMemory {

    private static final int MOST_WORDS = 100_000;

    /** Longer words are cut, and not remembered: no name is so long. */
    private static final int LONGEST_WORD = 40;

    private final WordClasses classes;
    private final CrfWeights weights;
    private final Map<String, WordScores> words = new ConcurrentHashMap<>();
    private final Map<String, WordScores> hashtags = new ConcurrentHashMap<>();
    private final WordScores edge;

    WordMemory(WordClasses classes, CrfWeights weights) {
        this.classes = classes;
        this.weights = weights;
        this.edge = new WordScores(WordType.EDGE, weights);
    }

    WordScores edge() {
        return edge;
    }

    WordScores of(NameToken token) {
        String text = token.text();
        if (text.length() > LONGEST_WORD) {
            return workOut(token.kind(), text.substring(0, LONGEST_WORD));
        }
        Map<String, WordScores> memory = token.kind() == TokenKind.HASHTAG ? hashtags : words;
        WordScores known = memory.get(text);
        if (known == null) {
            known = workOut(token.kind(), text);
            if (memory.size() < MOST_WORDS) {
                memory.put(text, known);
            }
        }
        return known;
    }

    private WordScores workOut(TokenKind kind, String text) {
        return new WordScores(new WordType(kind, text, classes), weights);
    }
}
