// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.training.classifier.Corpora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code train reader}: makes the model of the close reading. Writes {@code reader.onnx}, {@code
 * heads.json} and {@code card.md}; the same posts, code and Java give the same files. Progress goes
 * to standard error, the files and their sizes to standard output.
 */
public final class TrainReader {

    private TrainReader() {}

    /** Runs the command: exit status 0 ok, 1 the work failed, 2 the call was wrong. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        ReaderOptions options;
        try {
            options = ReaderOptions.parse(args);
        } catch (IllegalArgumentException e) {
            tell(String.valueOf(e.getMessage()));
            return 2;
        }
        try {
            ReaderTraining.Result result =
                    new ReaderTraining(new Corpora(options.data()), options.epochs(), TrainReader::tell)
                            .run();
            Files.createDirectories(options.out());
            write(options.out().resolve("reader.onnx"), result.graph());
            write(options.out().resolve("heads.json"), result.heads());
            write(options.out().resolve("card.md"), result.card());
            return 0;
        } catch (IOException e) {
            tell(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        System.out.println(file + " " + bytes.length);
    }

    private static void tell(String what) {
        System.err.println("train reader: " + what);
    }
}
