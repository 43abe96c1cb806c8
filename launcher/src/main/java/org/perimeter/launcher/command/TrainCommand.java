// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.Programs;
import org.perimeter.launcher.process.Foreground;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.Program;

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
            "standard output. Options: --data DIR --out DIR; for reader also --epochs N"
        })
public final class TrainCommand implements Callable<Integer> {

    private static final String MODULE = "nlp/training";

    /** What can be trained. */
    enum Model {
        ner("org.perimeter.nlp.training.names.TrainNames"),
        reader("org.perimeter.nlp.training.reader.TrainReader"),
        threat("org.perimeter.nlp.training.classifier.TrainThreat"),
        relevance("org.perimeter.nlp.training.classifier.TrainRelevance");

        private final String mainClass;

        Model(String mainClass) {
            this.mainClass = mainClass;
        }
    }

    /** One thread, since two give other sums each time; nothing is asked of the network. */
    private static final List<String> TORCH =
            List.of(
                    "-Dai.djl.offline=true",
                    "-Dai.djl.pytorch.num_threads=1",
                    "-Dai.djl.pytorch.num_interop_threads=1");

    @Parameters(index = "0", paramLabel = "MODEL", description = "one of ${COMPLETION-CANDIDATES}")
    private Model model = Model.ner;

    @Unmatched private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        Installation installation = Installation.here();
        List<String> jvm = new ArrayList<>();
        jvm.add("-Xmx2g");
        jvm.add("-D" + Installation.ROOT_PROPERTY + "=" + installation.root());
        jvm.addAll(model == Model.reader ? TORCH : List.of());
        Program program =
                new Programs(installation)
                        .program("train-" + model, MODULE, model.mainClass, jvm, arguments);
        return Foreground.run(
                model == Model.reader
                        ? program.with(installation.fetched(MODULE, "libtorch"))
                        : program);
    }
}
