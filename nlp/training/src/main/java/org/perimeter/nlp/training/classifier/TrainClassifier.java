// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.classifier.LinearModel;
import org.perimeter.nlp.threat.PostFeatures;
import org.perimeter.nlp.threat.RuleReading;
import org.perimeter.nlp.training.TrainingFolders;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains a classifier and writes {@code NAME.bin.gz}; progress goes to standard error, the file's
 * name and size to standard output.
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

    /** Trains; the exit status. */
    int into(TrainingFolders folders) throws IOException {
        List<Example> examples = source.read(new Corpora(folders.data()), RuleReading.load());
        long positive = examples.stream().filter(Example::positive).count();
        tell(examples.size() + " examples, " + positive + " of the class");
        LinearModel model = new Trainer(PostFeatures.load(), PENALTY).fit(examples);
        Files.createDirectories(folders.out());
        Path file = folders.out().resolve(name + ".bin.gz");
        try (OutputStream target = Files.newOutputStream(file)) {
            model.write(target);
        }
        out.println(file + " " + Files.size(file));
        return 0;
    }

    private void tell(String what) {
        progress.println("train " + name + ": " + what);
    }
}
