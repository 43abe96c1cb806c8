// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.train;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Prunes a model in CoreNLP's text form: features whose weights hardly differ between labels go,
 * and weights are rounded. The result is a model in the same form.
 */
final class ModelText {

    private static final String FEATURES = "featureIndex.size()=";
    private static final String WEIGHTS = "weights.length=";

    private ModelText() {}

    /**
     * Prunes a model.
     *
     * @param from the trained model, gzip-packed
     * @param to where the pruned one goes, gzip-packed
     * @param leastRange features with a smaller difference between their weights are left out
     * @return how many features remain
     */
    static int prune(Path from, Path to, double leastRange) throws IOException {
        List<String> head = new ArrayList<>();
        List<String> features = new ArrayList<>();
        List<String> middle = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<String> tail = new ArrayList<>();
        try (BufferedReader in = unpacked(from)) {
            int count = size(in, FEATURES, head);
            for (int i = 0; i < count; i++) {
                features.add(value(in.readLine()));
            }
            size(in, WEIGHTS, middle);
            for (String feature : features) {
                String[] weights = value(in.readLine()).split(" ", -1);
                if (range(weights) >= leastRange) {
                    kept.add(feature);
                    rows.add(weights.length + "\t" + rounded(weights));
                }
            }
            in.lines().forEach(tail::add);
        }
        try (BufferedWriter out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(to)),
                                StandardCharsets.UTF_8))) {
            write(out, head.stream());
            write(out, Stream.of(FEATURES + "\t" + kept.size()));
            for (int i = 0; i < kept.size(); i++) {
                write(out, Stream.of(i + "\t" + kept.get(i)));
            }
            write(out, middle.stream());
            write(out, Stream.of(WEIGHTS + "\t" + kept.size()));
            write(out, rows.stream());
            write(out, tail.stream());
        }
        return kept.size();
    }

    private static BufferedReader unpacked(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    /** Reads on to the line that states a size; what stands before goes to the list. */
    private static int size(BufferedReader in, String name, List<String> before)
            throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith(name)) {
                return Integer.parseInt(value(line));
            }
            before.add(line);
        }
        throw new IOException("not a model: " + name + " is missing");
    }

    private static String value(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }

    private static double range(String[] weights) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (String weight : weights) {
            double value = Double.parseDouble(weight);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }

    private static String rounded(String[] weights) {
        return Stream.of(weights)
                .map(weight -> String.format(Locale.ROOT, "%.3f", Double.parseDouble(weight)))
                .collect(Collectors.joining(" "));
    }

    private static void write(BufferedWriter out, Stream<String> lines) {
        lines.forEach(
                line -> {
                    try {
                        out.write(line);
                        out.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
