// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.Programs;
import org.perimeter.launcher.process.Foreground;
import org.perimeter.launcher.process.Installation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Makes the models that the nlp module ships from corpora; each model has a program there. */
@Command(
        name = "train",
        description = {
            "Makes a model from corpora: progress on standard error, the file and its hash on",
            "standard output. Options: --data DIR --out DIR"
        })
public final class TrainCommand implements Callable<Integer> {

    /** What can be trained. */
    enum Model {
        ner("org.perimeter.nlp.training.names.TrainNames"),
        threat("org.perimeter.nlp.training.classifier.TrainThreat"),
        relevance("org.perimeter.nlp.training.classifier.TrainRelevance");

        private final String mainClass;

        Model(String mainClass) {
            this.mainClass = mainClass;
        }
    }

    @Parameters(index = "0", paramLabel = "MODEL", description = "one of ${COMPLETION-CANDIDATES}")
    private Model model = Model.ner;

    @Unmatched private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        Installation installation = Installation.here();
        return Foreground.run(
                new Programs(installation)
                        .program(
                                "train-" + model,
                                "nlp/training",
                                model.mainClass,
                                List.of(
                                        "-Xmx2g",
                                        "-D"
                                                + Installation.ROOT_PROPERTY
                                                + "="
                                                + installation.root()),
                                arguments));
    }
}
