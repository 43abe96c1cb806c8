// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.entities.crf.FeatureKey;
import org.perimeter.nlp.entities.word.Capitals;
import org.perimeter.nlp.entities.word.WordType;

import java.util.function.LongConsumer;

/**
 * The features of a post. Most depend on one word and its distance only, so that a decoder can add
 * their weights up once per word; the others join neighbours or come from the gazetteer. No feature
 * is given twice for one position.
 */
public final class Features {

    /** How far around a position words are looked at. */
    static final int REACH = 2;

    private static final int WORD = 0;
    private static final int NORM = 10;
    private static final int SHAPE = 20;
    private static final int BRIEF = 30;
    private static final int NEWS = 40;
    private static final int NAMES = 50;
    private static final int PATH = 60;
    private static final int PREFIX = 100;
    private static final int SUFFIX = 101;
    private static final int BRIEF_CAPITALS = 102;
    private static final int PATH_BRIEF = 103;
    private static final int NEWS_BRIEF = 104;
    private static final int NAMES_BRIEF = 105;
    private static final int PAIR = 120;
    private static final int PLACE = 160;
    private static final int PLACE_BRIEF = 165;
    private static final int PLACE_CAPITALS = 166;
    private static final int STEP = 200;
    private static final int STEP_BRIEF = 201;
    private static final int STEP_PATH = 202;
    private static final int STEP_BRIEFS = 203;

    private Features() {}

    /** Features of a word that stands {@code offset} words after the position looked at. */
    static void ofWord(WordType word, int offset, Capitals capitals, LongConsumer out) {
        int distance = offset + REACH;
        out.accept(FeatureKey.of(NORM + distance, word.norm));
        out.accept(FeatureKey.of(BRIEF + distance, word.brief));
        out.accept(FeatureKey.of(NEWS + distance, word.news));
        out.accept(FeatureKey.of(PATH + 8 * distance + 1, word.paths[1]));
        out.accept(FeatureKey.of(PATH + 8 * distance + 3, word.paths[3]));
        if (Math.abs(offset) <= 1) {
            out.accept(FeatureKey.of(SHAPE + distance, word.shape));
            out.accept(FeatureKey.of(PATH + 8 * distance, word.paths[0]));
            out.accept(FeatureKey.of(PATH + 8 * distance + 2, word.paths[2]));
            out.accept(FeatureKey.of(NAMES + distance, word.names));
        }
        if (offset == 0) {
            ofWordHere(word, capitals, out);
        }
    }

    private static void ofWordHere(WordType word, Capitals capitals, LongConsumer out) {
        out.accept(FeatureKey.of(WORD, word.word));
        for (int i = 0; i < word.affixes.length; i++) {
            out.accept(FeatureKey.of(i % 2 == 0 ? PREFIX : SUFFIX, word.affixes[i]));
        }
        out.accept(FeatureKey.of(BRIEF_CAPITALS, word.brief, capitals.code()));
        out.accept(FeatureKey.of(PATH_BRIEF, word.brief, word.paths[1]));
        out.accept(FeatureKey.of(NEWS_BRIEF, word.brief, word.news));
        out.accept(FeatureKey.of(NAMES_BRIEF, word.brief, word.names));
    }

    /** Features of a position that join several words or come from outside of the words. */
    static void ofPosition(NameSequence sequence, int at, LongConsumer out) {
        WordType here = sequence.word(at);
        pair(sequence.word(at - 1), here, PAIR, out);
        pair(here, sequence.word(at + 1), PAIR + 10, out);
        ofPlace(sequence, at, here, out);
    }

    private static void pair(WordType left, WordType right, int template, LongConsumer out) {
        out.accept(FeatureKey.of(template, left.brief, right.brief));
        out.accept(FeatureKey.of(template + 1, left.norm, right.brief));
        out.accept(FeatureKey.of(template + 2, left.brief, right.norm));
        out.accept(FeatureKey.of(template + 3, left.paths[1], right.paths[1]));
        out.accept(FeatureKey.of(template + 4, left.news, right.news));
        if ((left.names | right.names) != 0) {
            out.accept(FeatureKey.of(template + 5, left.names, right.names));
        }
    }

    private static void ofPlace(NameSequence sequence, int at, WordType here, LongConsumer out) {
        for (int offset = -1; offset <= 1; offset++) {
            int place = sequence.place(at + offset);
            if (place != 0) {
                out.accept(FeatureKey.of(PLACE + 1 + offset, place));
            }
        }
        int place = sequence.place(at);
        if (place != 0) {
            out.accept(FeatureKey.of(PLACE_BRIEF, place, here.brief));
            out.accept(FeatureKey.of(PLACE_CAPITALS, place, sequence.capitals().code()));
        }
    }

    /** Features of the step from the word before to this word. */
    static void ofStep(WordType here, LongConsumer out) {
        out.accept(FeatureKey.of(STEP, 0));
        out.accept(FeatureKey.of(STEP_BRIEF, here.brief));
        out.accept(FeatureKey.of(STEP_PATH, here.paths[1]));
    }

    /** Features of a step that look at both of its ends. */
    static void ofStep(NameSequence sequence, int at, LongConsumer out) {
        out.accept(
                FeatureKey.of(STEP_BRIEFS, sequence.word(at - 1).brief, sequence.word(at).brief));
    }
}
