// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.Programs;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.Program;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.ArrayList;
import java.util.List;

/** Makes the models that the analyzer ships from corpora; each model has a program there. */
@Command(
        name = "train",
        description = {
            "Make a model from corpora.",
            "Progress on standard error, the file and its hash or size on standard output."
        },
        footer = "  ./perimeter train threat --data corpora --out models")
public final class TrainCommand {

    private static final String MODULE = "nlp/training";

    /** One thread, since two give other sums each time; nothing is asked of the network. */
    private static final List<String> TORCH =
            List.of(
                    "-Dai.djl.offline=true",
                    "-Dai.djl.pytorch.num_threads=1",
                    "-Dai.djl.pytorch.num_interop_threads=1");

    /** What can be trained. */
    enum Model {
        ner("org.perimeter.nlp.training.names.TrainNames", "Makes the name models."),
        reader(
                "org.perimeter.nlp.training.reader.TrainReader",
                "Makes the model of the close reading."),
        threat(
                "org.perimeter.nlp.training.classifier.TrainThreat",
                "Makes the classifier of threat language."),
        relevance(
                "org.perimeter.nlp.training.classifier.TrainRelevance",
                "Makes the classifier of relevance to an incident.");

        private final String mainClass;
        private final String description;

        Model(String mainClass, String description) {
            this.mainClass = mainClass;
            this.description = description;
        }

        private Program program(List<String> arguments) {
            Installation installation = Installation.here();
            List<String> jvm = new ArrayList<>();
            jvm.add("-Xmx2g");
            jvm.add("-D" + Installation.ROOT_PROPERTY + "=" + installation.root());
            jvm.addAll(this == reader ? TORCH : List.of());
            Program program =
                    new Programs(installation)
                            .program("train-" + this, MODULE, mainClass, jvm, arguments);
            String fetched = this == reader ? installation.fetched(MODULE, "libtorch") : "";
            return fetched.isEmpty() ? program : program.with(fetched);
        }
    }

    private TrainCommand() {}

    /** The command with its subcommands. */
    public static CommandLine line() {
        CommandLine line = new CommandLine(new TrainCommand());
        for (Model model : Model.values()) {
            line.addSubcommand(Forwarded.line(model.name(), model.description, model::program));
        }
        return line;
    }
}
