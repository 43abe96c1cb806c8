// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.classifier.LinearModel;
import org.perimeter.nlp.classifier.TextFeatures;
import org.perimeter.nlp.threat.PostFeatures;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What training sees of a text: the buckets of all features in which no name takes part. */
final class TrainingView {

    private static final String NAME = "\u0001name";

    private final PostFeatures features;
    private final Set<String> names;

    TrainingView(PostFeatures features, List<Example> examples) {
        this.features = features;
        NameMask words = new NameMask();
        examples.forEach(example -> words.see(example.text()));
        this.names = words.names();
    }

    /** Sorted, each once. */
    int[] buckets(String text) {
        int[] all = buckets(features.of(text));
        int[] nameless = buckets(features.of(text, word -> names.contains(word) ? NAME : word));
        return Arrays.stream(all).filter(b -> Arrays.binarySearch(nameless, b) >= 0).toArray();
    }

    private static int[] buckets(TextFeatures features) {
        int[] row = new int[features.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = LinearModel.bucket(features.hash(i));
        }
        return Arrays.stream(row).sorted().distinct().toArray();
    }
}
