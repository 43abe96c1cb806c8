// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.training.TrainingFolders;
import org.perimeter.policy.command.CommandManner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains the classifier of threat language. */
@Command(
        name = "./perimeter train threat",
        description = {
            "Makes the classifier of threat language from corpora; prints the file and its size.",
            "docs/models/threat-and-relevance.md names the corpora."
        },
        footer = "  ./perimeter train threat --data corpora --out models")
public final class TrainThreat {

    @Mixin private final TrainingFolders folders = new TrainingFolders();

    private TrainThreat() {}

    /** Runs the training. */
    public static void main(String[] args) {
        TrainClassifier training =
                new TrainClassifier(
                        "threat",
                        (corpora, rules) -> new ThreatExamples(corpora, rules::of).read(),
                        System.out,
                        System.err);
        System.exit(
                CommandManner.run(new TrainThreat(), call -> training.into(call.folders), args));
    }
}
