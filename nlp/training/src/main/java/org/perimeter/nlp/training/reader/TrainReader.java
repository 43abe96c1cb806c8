// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.close.HeadsFile;
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

    private static final String GRAPH = "reader.onnx";
    private static final String HEADS = "heads.json";

    @Mixin private final TrainingFolders folders = new TrainingFolders();

    @Option(
            names = "--epochs",
            defaultValue = "4",
            paramLabel = "N",
            description = "how often everything is seen, 1 to 99 (${DEFAULT-VALUE})")
    private int epochs;

    @Option(
            names = "--calibrate",
            description = "trains nothing: chooses the thresholds of the model in --out anew")
    private boolean calibrate;

    private TrainReader() {}

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(CommandManner.run(new TrainReader(), TrainReader::run, args));
    }

    private static int run(TrainReader call) throws IOException {
        if (call.epochs < 1 || call.epochs > 99) {
            throw new IllegalArgumentException("--epochs is a number from 1 to 99");
        }
        ReaderTraining training =
                new ReaderTraining(
                        new Corpora(call.folders.data()), call.epochs, TrainReader::tell);
        Path out = call.folders.out();
        ReaderTraining.Result result =
                call.calibrate
                        ? training.calibrate(
                                Files.readAllBytes(out.resolve(GRAPH)),
                                HeadsFile.read(Files.readAllBytes(out.resolve(HEADS))))
                        : training.run();
        Files.createDirectories(out);
        write(out.resolve(GRAPH), result.graph());
        write(out.resolve(HEADS), result.heads());
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
