// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.training.TrainingFolders;
import org.perimeter.nlp.training.classifier.Corpora;
import org.perimeter.policy.command.CommandManner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code train reader}: makes the model of the close reading. Writes {@code reader.onnx}, {@code
 * heads.json} and {@code card.md}; the same posts, code and Java give the same files. Progress goes
 * to standard error, the files and their sizes to standard output.
 */
@Command(
        name = "./perimeter train reader",
        description = {
            "Makes the model of the close reading; prints the files and their sizes.",
            "docs/models/close-reading.md names the corpora. One thread; takes an hour."
        },
        footer = "  ./perimeter train reader --data corpora --out models")
public final class TrainReader {

    @Mixin private final TrainingFolders folders = new TrainingFolders();

    @Option(
            names = "--epochs",
            defaultValue = "4",
            paramLabel = "N",
            description = "how often everything is seen, 1 to 99 (${DEFAULT-VALUE})")
    private int epochs;

    private TrainReader() {}

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(CommandManner.run(new TrainReader(), TrainReader::run, args));
    }

    private static int run(TrainReader call) throws IOException {
        if (call.epochs < 1 || call.epochs > 99) {
            throw new IllegalArgumentException("--epochs is a number from 1 to 99");
        }
        ReaderTraining.Result result =
                new ReaderTraining(new Corpora(call.folders.data()), call.epochs, TrainReader::tell)
                        .run();
        Path out = call.folders.out();
        Files.createDirectories(out);
        write(out.resolve("reader.onnx"), result.graph());
        write(out.resolve("heads.json"), result.heads());
        write(out.resolve("card.md"), result.card());
        return 0;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        System.out.println(file + " " + bytes.length);
    }

    private static void tell(String what) {
        System.err.println("train reader: " + what);
    }
}
