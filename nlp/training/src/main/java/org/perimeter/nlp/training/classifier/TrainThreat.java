// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

/** Trains the classifier of threat language; see {@link TrainClassifier} for the call. */
public final class TrainThreat {

    private TrainThreat() {}

    /** Runs the training. */
    public static void main(String[] args) {
        System.exit(
                new TrainClassifier(
                                "threat",
                                (corpora, rules) -> new ThreatExamples(corpora, rules::of).read(),
                                System.out,
                                System.err)
                        .run(args));
    }
}
