// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.perimeter.policy.model.reading.EvidenceSpan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Names the words on which a finding rests when no rule does: those without which the reader would
 * be least sure (Zeiler and Fergus, 2014, for words).
 */
final class Occlusion {

    /** More words than these are not tried: each costs a reading. */
    private static final int MOST_WORDS = 40;

    private static final int MOST_SPANS = 3;

    /** A word that moves the log odds by less is not a reason. */
    private static final double LEAST_EFFECT = 0.3;

    private record Word(int start, int end, double effect) {}

    private Occlusion() {}

    /**
     * The words that matter most, in text order; offsets in code points.
     *
     * @param text that was read
     * @param rule name of the reason
     * @param logOdds what the reader says of a text
     */
    static List<EvidenceSpan> spans(String text, String rule, ToDoubleFunction<String> logOdds) {
        double all = logOdds.applyAsDouble(text);
        List<Word> words = new ArrayList<>();
        for (int[] bounds : words(text)) {
            String without = text.substring(0, bounds[0]) + text.substring(bounds[1]);
            words.add(new Word(bounds[0], bounds[1], all - logOdds.applyAsDouble(without)));
        }
        return words.stream()
                .filter(word -> word.effect() >= LEAST_EFFECT)
                .sorted(Comparator.comparingDouble(Word::effect).reversed())
                .limit(MOST_SPANS)
                .sorted(Comparator.comparingInt(Word::start))
                .map(
                        word ->
                                new EvidenceSpan(
                                        text.codePointCount(0, word.start()),
                                        text.codePointCount(0, word.end()),
                                        rule))
                .toList();
    }

    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < MOST_WORDS; i++) {
            boolean inside = i < text.length() && !Character.isWhitespace(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(new int[] {start, i});
                start = -1;
            }
        }
        return words;
    }
}
