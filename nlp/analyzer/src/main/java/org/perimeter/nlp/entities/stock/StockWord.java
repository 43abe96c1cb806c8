// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.stock;

import org.perimeter.nlp.entities.crf.CrfWeights;
import org.perimeter.nlp.entities.crf.TextHash;

import java.util.function.LongConsumer;

/** A word as the stock model's features see it, with what it adds to scores wherever it stands. */
final class StockWord {

    private static final int LONGEST_NGRAM = 6;
    private static final int SHORT = 3;

    final String text;
    final TextHash word;
    final TextHash shape;
    final TextHash use;
    final boolean shortWord;
    final boolean nameCase;
    final boolean small;
    final boolean letters;

    /** What it adds to its own label, to the next position's, to the one before. */
    final double[] here;

    final double[] toNext;
    final double[] toPrevious;

    /** What it adds to each of the five positions before and after it. */
    final double[] toEarlier;

    final double[] toLater;

    /** What it adds to the step onto it, off it, and to the step that ends before it. */
    final double[] stepHere;

    final double[] stepOff;
    final double[] stepBefore;

    /**
     * Works a word out.
     *
     * @param text the word, in American spelling
     * @param shape its shape
     * @param use its class of use, as a number in text
     * @param stepUse the same, empty before and after a post
     */
    StockWord(String text, String shape, String use, String stepUse, CrfWeights weights) {
        this.text = text;
        this.word = TextHash.of(text);
        this.shape = TextHash.of(shape);
        this.use = TextHash.of(stepUse);
        this.shortWord = text.length() <= SHORT;
        this.nameCase = isNameCase(text);
        this.small = !text.isEmpty() && text.chars().noneMatch(Character::isUpperCase);
        this.letters = text.chars().anyMatch(Character::isLetter);
        TextHash used = TextHash.of(use);
        int labels = weights.labels().size();
        here = new double[labels];
        LongConsumer own = key -> weights.addTo(here, key);
        own.accept(key(word, "-WORD|C"));
        own.accept(key(used, "-DISTSIM|C"));
        own.accept(key(this.shape, "-TYPE|C"));
        own.accept(TextHash.of("###|C").key());
        ngrams('<' + text + '>', own);
        toNext =
                scores(
                        weights,
                        labels,
                        key(word, "-PW|C"),
                        key(used, "-PDISTSIM|C"),
                        key(this.shape, "-PTYPE|C"));
        toPrevious =
                scores(
                        weights,
                        labels,
                        key(word, "-NW|C"),
                        key(used, "-NDISTSIM|C"),
                        key(this.shape, "-NTYPE|C"));
        toEarlier = scores(weights, labels, key(word, "-DISJN|C"));
        toLater = scores(weights, labels, key(word, "-DISJP|C"));
        int steps = labels * labels;
        stepHere =
                scores(
                        weights,
                        steps,
                        TextHash.of("PSEQ|CpC").key(),
                        key(word, "-PSEQW|CpC"),
                        key(this.use, "-PSEQcDS|CpC"),
                        key(this.shape, "-PSEQcS|CpC"),
                        key(this.shape, "-TPS2|CpC"));
        stepOff =
                scores(
                        weights,
                        steps,
                        key(word, "-PSEQpW|CpC"),
                        key(this.use, "-PSEQpDS|CpC"),
                        key(this.shape, "-PSEQpS|CpC"));
        // At the end of a post the original writes the absent shape as the word null.
        TextHash shapeAhead = text.isEmpty() ? TextHash.of("null") : this.shape;
        stepBefore = scores(weights, steps, key(shapeAhead, "-TNS1|CpC"));
    }

    private static long key(TextHash value, String template) {
        return value.then(TextHash.of(template)).key();
    }

    private static double[] scores(CrfWeights weights, int cells, long... keys) {
        double[] scores = new double[cells];
        for (long key : keys) {
            weights.addTo(scores, key);
        }
        return scores;
    }

    private static void ngrams(String bounded, LongConsumer out) {
        int length = bounded.length();
        int most = Math.min(LONGEST_NGRAM, length);
        for (int end = 2; end <= most; end++) {
            out.accept(TextHash.of("#" + bounded.substring(0, end) + "#|C").key());
        }
        for (int start = Math.max(0, length - LONGEST_NGRAM); start < length - 1; start++) {
            // A short word is its own beginning and its own end, but one feature.
            if (start > 0 || length > LONGEST_NGRAM) {
                out.accept(TextHash.of("#" + bounded.substring(start) + "#|C").key());
            }
        }
    }

    private static boolean isNameCase(String text) {
        return text.length() > 1
                && (Character.isUpperCase(text.charAt(0)) || Character.isTitleCase(text.charAt(0)))
                && text.chars().skip(1).noneMatch(Character::isUpperCase);
    }
}
