// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier.train;

import org.perimeter.nlp.classifier.LinearModel;
import org.perimeter.nlp.threat.PostFeatures;
import org.perimeter.nlp.threat.RuleReading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains one of the two classifiers: {@code threat|relevance --data DIR --out DIR}. Writes {@code
 * DIR/NAME.bin.gz}; progress goes to standard error.
 *
 * <p>Exit status 0 ok, 1 the work failed, 2 the call was wrong.
 */
public final class TrainClassifier {

    private static final double PENALTY = 10;

    private TrainClassifier() {}

    /** Runs the training. */
    public static void main(String[] args) {
        if (args.length != 5 || !args[1].equals("--data") || !args[3].equals("--out")) {
            tell("usage: train threat|relevance --data DIR --out DIR");
            System.exit(2);
        }
        try {
            train(args[0], new Corpora(Path.of(args[2])), Path.of(args[4]));
        } catch (IllegalArgumentException e) {
            tell(String.valueOf(e.getMessage()));
            System.exit(2);
        } catch (IOException e) {
            tell(String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }

    private static void train(String name, Corpora corpora, Path out) throws IOException {
        RuleReading rules = RuleReading.load();
        List<Example> examples =
                switch (name) {
                    case "threat" -> new ThreatExamples(corpora, rules::of).read();
                    case "relevance" -> new RelevanceExamples(corpora, rules::of).read();
                    default -> throw new IllegalArgumentException("no classifier is called " + name);
                };
        Map<String, int[]> counts = new TreeMap<>();
        for (Example example : examples) {
            counts.computeIfAbsent(example.source(), s -> new int[2])[example.positive() ? 1 : 0]++;
        }
        long positive = examples.stream().filter(Example::positive).count();
        tell(examples.size() + " examples, " + positive + " of the class");
        LinearModel model = new Trainer(PostFeatures.load(), PENALTY, 0).fit(examples);
        Files.createDirectories(out);
        Path file = out.resolve(name + ".bin.gz");
        try (OutputStream target = Files.newOutputStream(file)) {
            model.write(target);
        }
        tell(file.getFileName() + ": " + Files.size(file) + " bytes");
    }

    private static void tell(String what) {
        System.err.println("train: " + what);
    }
}
