// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.classifier.LinearModel;
import org.perimeter.nlp.threat.PostFeatures;
import org.perimeter.nlp.threat.RuleReading;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains a classifier: {@code --data DIR --out DIR}. Writes {@code DIR/NAME.bin.gz}; progress goes
 * to standard error, the file's name and size to standard output.
 */
final class TrainClassifier {

    private static final double PENALTY = 10;

    private final String name;
    private final ExampleSource source;
    private final PrintStream out;
    private final PrintStream progress;

    /** Where a classifier's examples come from. */
    @FunctionalInterface
    interface ExampleSource {
        List<Example> read(Corpora corpora, RuleReading rules) throws IOException;
    }

    TrainClassifier(String name, ExampleSource source, PrintStream out, PrintStream progress) {
        this.name = name;
        this.source = source;
        this.out = out;
        this.progress = progress;
    }

    /** Exit status 0 ok, 1 the work failed, 2 the call was wrong. */
    int run(String[] args) {
        if (args.length != 4 || !args[0].equals("--data") || !args[2].equals("--out")) {
            tell("usage: train " + name + " --data DIR --out DIR");
            return 2;
        }
        try {
            train(new Corpora(Path.of(args[1])), Path.of(args[3]));
            return 0;
        } catch (IOException e) {
            tell(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private void train(Corpora corpora, Path folder) throws IOException {
        List<Example> examples = source.read(corpora, RuleReading.load());
        long positive = examples.stream().filter(Example::positive).count();
        tell(examples.size() + " examples, " + positive + " of the class");
        LinearModel model = new Trainer(PostFeatures.load(), PENALTY).fit(examples);
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".bin.gz");
        try (OutputStream target = Files.newOutputStream(file)) {
            model.write(target);
        }
        out.println(file + " " + Files.size(file));
    }

    private void tell(String what) {
        progress.println("train " + name + ": " + what);
    }
}
