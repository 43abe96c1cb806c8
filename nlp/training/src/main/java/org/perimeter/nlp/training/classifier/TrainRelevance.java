// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.training.TrainingFolders;
import org.perimeter.policy.command.CommandManner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains the classifier of relevance to an incident. */
@Command(
        name = "./perimeter train relevance",
        description = {
            "Makes the classifier of relevance to an incident from corpora; prints the file and its size.",
            "docs/models/threat-and-relevance.md names the corpora."
        },
        footer = "  ./perimeter train relevance --data corpora --out models")
public final class TrainRelevance {

    @Mixin private final TrainingFolders folders = new TrainingFolders();

    private TrainRelevance() {}

    /** Runs the training. */
    public static void main(String[] args) {
        TrainClassifier training =
                new TrainClassifier(
                        "relevance",
                        (corpora, rules) -> new RelevanceExamples(corpora, rules::of).read(),
                        System.out,
                        System.err);
        System.exit(
                CommandManner.run(new TrainRelevance(), call -> training.into(call.folders), args));
    }
}
