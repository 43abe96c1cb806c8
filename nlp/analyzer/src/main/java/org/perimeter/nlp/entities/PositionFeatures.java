// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** The features of one position of a post, by key. */
public final class PositionFeatures {

    private final long[] ofLabel;
    private final long[] ofStep;

    PositionFeatures(long[] ofLabel, long[] ofStep) {
        this.ofLabel = ofLabel;
        this.ofStep = ofStep;
    }

    /** All keys, those of the label first. */
    public LongStream keys() {
        return LongStream.concat(LongStream.of(ofLabel), LongStream.of(ofStep));
    }

    /** The same position with only those features that pass. */
    public PositionFeatures only(LongPredicate passes) {
        return new PositionFeatures(
                LongStream.of(ofLabel).filter(passes).toArray(),
                LongStream.of(ofStep).filter(passes).toArray());
    }

    /** Names of the features of the position's label. */
    public List<String> ofLabel() {
        return LongStream.of(ofLabel).mapToObj(FeatureNames::name).toList();
    }

    /** Names of the features of the step from the label before. */
    public List<String> ofStep() {
        return LongStream.of(ofStep).mapToObj(FeatureNames::name).toList();
    }
}
