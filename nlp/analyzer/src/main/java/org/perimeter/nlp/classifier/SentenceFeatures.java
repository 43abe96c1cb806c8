// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

/** The words of one sentence, with its beginning and its end as words of their own. */
final class SentenceFeatures {

    private static final int BEGIN = "\u0001begin".hashCode();
    private static final int END = "\u0001end".hashCode();
    private static final int GAP = "\u0001gap".hashCode();
    private static final int PEOPLE = MaskedWords.PEOPLE.hashCode();

    private final int[] words;
    private final int[] first;
    private final int[] last;
    private int size = 1;

    SentenceFeatures(int length) {
        words = new int[length + 2];
        first = new int[length + 2];
        last = new int[length + 2];
        words[0] = BEGIN;
    }

    /** Takes the next word; neighbouring words for people are one. */
    void add(int word, int token) {
        if (word == PEOPLE && words[size - 1] == PEOPLE) {
            last[size - 1] = token;
            return;
        }
        if (size == 1) {
            first[0] = token;
            last[0] = token;
        }
        words[size] = word;
        first[size] = token;
        last[size] = token;
        size++;
    }

    /** Ends the sentence. */
    void end() {
        words[size] = END;
        first[size] = last[size - 1];
        last[size] = last[size - 1];
    }

    /** Single words, pairs, triples, and pairs with one word between them. */
    void addTo(TextFeatures features) {
        for (int i = 0; i <= size; i++) {
            // Who is spoken of says nothing by itself.
            if (i > 0 && i < size && words[i] != PEOPLE) {
                features.add(FeatureHash.of(words[i]), first[i], last[i]);
            }
            if (i < size) {
                features.add(FeatureHash.pair(words[i], words[i + 1]), first[i], last[i + 1]);
            }
            if (i + 1 < size) {
                int pair = FeatureHash.pair(words[i], words[i + 1]);
                int around = FeatureHash.pair(words[i], GAP);
                features.add(FeatureHash.pair(pair, words[i + 2]), first[i], last[i + 2]);
                features.add(FeatureHash.pair(around, words[i + 2]), first[i], last[i + 2]);
            }
        }
    }

    /** The same with the kinds of words in place of the words, where a kind is among them. */
    void addTo(TextFeatures features, WordKinds kinds) {
        int[] kind = new int[size + 1];
        boolean any = false;
        for (int i = 0; i <= size; i++) {
            WordKinds.Kind found = kinds.ofHash(words[i]);
            kind[i] = found == null ? words[i] : found.coarse();
            if (found != null) {
                any = true;
                features.add(FeatureHash.of(found.fine()), first[i], last[i]);
                features.add(FeatureHash.of(found.coarse()), first[i], last[i]);
            }
        }
        if (!any) {
            return;
        }
        for (int i = 0; i < size; i++) {
            int here = isKind(kind, i) + isKind(kind, i + 1);
            int pair = FeatureHash.pair(kinds.salt() + kind[i], kind[i + 1]);
            if (here > 0) {
                features.add(pair, first[i], last[i + 1]);
            }
            if (i + 1 < size && here + isKind(kind, i + 2) > 1) {
                features.add(FeatureHash.pair(pair, kind[i + 2]), first[i], last[i + 2]);
                int around = FeatureHash.pair(kinds.salt() + kind[i], GAP);
                features.add(FeatureHash.pair(around, kind[i + 2]), first[i], last[i + 2]);
            }
        }
    }

    private int isKind(int[] kind, int i) {
        return kind[i] == words[i] ? 0 : 1;
    }
}
