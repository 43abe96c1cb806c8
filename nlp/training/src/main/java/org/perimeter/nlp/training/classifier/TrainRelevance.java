// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

/** Trains the classifier of relevance to an incident; see {@link TrainClassifier} for the call. */
public final class TrainRelevance {

    private TrainRelevance() {}

    /** Runs the training. */
    public static void main(String[] args) {
        System.exit(
                new TrainClassifier(
                                "relevance",
                                (corpora, rules) ->
                                        new RelevanceExamples(corpora, rules::of).read(),
                                System.out,
                                System.err)
                        .run(args));
    }
}
