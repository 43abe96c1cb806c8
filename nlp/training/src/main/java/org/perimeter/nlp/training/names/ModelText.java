// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A model in CoreNLP's text form, as weights by feature between texts that are kept as they are.
 */
final class ModelText {

    private static final String FEATURES = "featureIndex.size()=";
    private static final String WEIGHTS = "weights.length=";

    private final List<String> head;
    private final Map<String, double[]> weights;
    private final List<String> middle;
    private final List<String> tail;

    private ModelText(
            List<String> head,
            Map<String, double[]> weights,
            List<String> middle,
            List<String> tail) {
        this.head = head;
        this.weights = weights;
        this.middle = middle;
        this.tail = tail;
    }

    /**
     * Reads a model.
     *
     * @param file gzip-packed
     * @throws IOException when it cannot be read or is no such model
     */
    static ModelText read(Path file) throws IOException {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            List<String> head = new ArrayList<>();
            List<String> middle = new ArrayList<>();
            List<String> features = new ArrayList<>();
            int count = size(in, FEATURES, head);
            for (int i = 0; i < count; i++) {
                features.add(value(in.readLine()));
            }
            size(in, WEIGHTS, middle);
            Map<String, double[]> weights = new LinkedHashMap<>();
            for (String feature : features) {
                weights.put(
                        feature,
                        Arrays.stream(value(in.readLine()).split(" ", -1))
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
            return new ModelText(head, weights, middle, in.lines().toList());
        }
    }

    /** Number of features. */
    int size() {
        return weights.size();
    }

    /**
     * The mean of two models; a feature that one of them has not has weight 0 there.
     *
     * @throws IllegalArgumentException when their labels differ
     */
    ModelText meanWith(ModelText other) {
        if (!head.equals(other.head)) {
            throw new IllegalArgumentException("two models with different labels have no mean");
        }
        Map<String, double[]> mean = new LinkedHashMap<>();
        weights.forEach((feature, row) -> mean.put(feature, half(row)));
        other.weights.forEach((feature, row) -> mean.merge(feature, half(row), ModelText::sum));
        return new ModelText(head, mean, middle, tail);
    }

    private static double[] half(double[] row) {
        return Arrays.stream(row).map(weight -> weight / 2).toArray();
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    /**
     * The model without features whose weights hardly differ between labels.
     *
     * @param leastRange features with a smaller difference between their weights are left out
     */
    ModelText pruned(double leastRange) {
        Map<String, double[]> kept = new LinkedHashMap<>();
        weights.forEach(
                (feature, row) -> {
                    double least = Arrays.stream(row).min().orElse(0);
                    double most = Arrays.stream(row).max().orElse(0);
                    if (most - least >= leastRange) {
                        kept.put(feature, row);
                    }
                });
        return new ModelText(head, kept, middle, tail);
    }

    /** Writes the model, gzip-packed, weights rounded to three digits. */
    void write(Path file) throws IOException {
        try (BufferedWriter out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(file)),
                                StandardCharsets.UTF_8))) {
            write(out, head);
            out.write(FEATURES + "\t" + weights.size() + "\n");
            int number = 0;
            for (String feature : weights.keySet()) {
                out.write(number++ + "\t" + feature + "\n");
            }
            write(out, middle);
            out.write(WEIGHTS + "\t" + weights.size() + "\n");
            for (double[] row : weights.values()) {
                out.write(row.length + "\t" + rounded(row) + "\n");
            }
            write(out, tail);
        }
    }

    private static void write(BufferedWriter out, List<String> lines) throws IOException {
        for (String line : lines) {
            out.write(line + "\n");
        }
    }

    private static String rounded(double[] row) {
        return Arrays.stream(row)
                .mapToObj(weight -> String.format(Locale.ROOT, "%.3f", weight))
                .collect(Collectors.joining(" "));
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
}
