// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.entities.word.Capitals;
import org.perimeter.nlp.entities.word.WordClasses;
import org.perimeter.nlp.entities.word.WordType;
import org.perimeter.nlp.gazetteer.NameMatch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Works the features of a post out for a trainer, which wants all of a position at once. */
public final class FeatureNames {

    private static final int RADIX = 36;

    private final WordClasses classes;

    /** Works with the given word knowledge. */
    public FeatureNames(WordClasses classes) {
        this.classes = classes;
    }

    /** The features of every token of a post. */
    public List<PositionFeatures> of(List<NameToken> tokens, List<NameMatch> places) {
        List<WordType> types =
                tokens.stream()
                        .map(token -> new WordType(token.kind(), token.text(), classes))
                        .toList();
        NameSequence sequence =
                new NameSequence(types, Capitals.of(types), PlaceMarks.of(tokens, places));
        List<PositionFeatures> positions = new ArrayList<>(tokens.size());
        for (int at = 0; at < types.size(); at++) {
            positions.add(at(sequence, at));
        }
        return positions;
    }

    private static PositionFeatures at(NameSequence sequence, int at) {
        LongStream.Builder ofLabel = LongStream.builder();
        for (int offset = -Features.REACH; offset <= Features.REACH; offset++) {
            Features.ofWord(sequence.word(at + offset), offset, sequence.capitals(), ofLabel);
        }
        Features.ofPosition(sequence, at, ofLabel);
        LongStream.Builder ofStep = LongStream.builder();
        Features.ofStep(sequence.word(at), ofStep);
        Features.ofStep(sequence, at, ofStep);
        return new PositionFeatures(ofLabel.build().toArray(), ofStep.build().toArray());
    }

    /** The name of a feature. */
    public static String name(long key) {
        return Long.toString(key, RADIX);
    }

    /** The feature of a name. */
    static long key(String name) {
        return Long.parseLong(name, RADIX);
    }
}
