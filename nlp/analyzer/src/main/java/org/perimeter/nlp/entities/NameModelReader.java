// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.entities.crf.CrfWeights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads a conditional random field in the text form that CoreNLP's {@code serializeTextClassifier}
 * writes, with feature keys in base 36 as feature names.
 */
public final class NameModelReader {

    private final BufferedReader lines;

    private NameModelReader(BufferedReader lines) {
        this.lines = lines;
    }

    /**
     * Loads a committed model from the class path.
     *
     * @throws IllegalStateException when it is missing
     * @throws UncheckedIOException when it cannot be read
     */
    public static CrfWeights load(NameModel model) {
        try (InputStream in = NameModelReader.class.getResourceAsStream(model.resource())) {
            if (in == null) {
                throw new IllegalStateException(model.resource() + " is missing from the jar");
            }
            return read(
                    new BufferedReader(
                            new InputStreamReader(
                                    new GZIPInputStream(in, 1 << 16), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model to its end.
     *
     * @throws IOException when it cannot be read or is no such model
     */
    public static CrfWeights read(BufferedReader lines) throws IOException {
        try {
            return new NameModelReader(lines).model();
        } catch (NumberFormatException e) {
            throw new IOException("not a model: " + e.getMessage(), e);
        }
    }

    private CrfWeights model() throws IOException {
        int cliques = size("labelIndices.length=");
        if (cliques != 2) {
            throw new IOException("a model with one label of memory is expected");
        }
        List<int[]> cells = cells(0);
        List<int[]> pairs = cells(1);
        List<String> labels = values(size("classIndex.size()="));
        List<String> features = values(size("featureIndex.size()="));
        CrfWeights.Builder weights = new CrfWeights.Builder(labels, features.size());
        for (int[] pair : pairs) {
            weights.allow(pair[0], pair[1]);
        }
        skipTo("weights.length=");
        for (String feature : features) {
            int bar = feature.lastIndexOf('|');
            long key = FeatureNames.key(feature.substring(0, bar));
            weights.add(key, row(labels.size(), feature.endsWith("|C") ? cells : pairs));
        }
        return weights.build();
    }

    private float[] row(int labels, List<int[]> cells) throws IOException {
        String line = next();
        float[] row = new float[cells.get(0).length == 1 ? labels : labels * labels];
        int from = line.indexOf('\t') + 1;
        for (int[] cell : cells) {
            int blank = line.indexOf(' ', from);
            int to = blank < 0 ? line.length() : blank;
            int at = cell.length == 1 ? cell[0] : cell[0] * labels + cell[1];
            row[at] = Float.parseFloat(line.substring(from, to));
            from = to + 1;
        }
        return row;
    }

    private List<int[]> cells(int clique) throws IOException {
        List<int[]> cells = new ArrayList<>();
        for (String value : values(size("labelIndices[" + clique + "].size()="))) {
            String[] numbers = value.split(" ", -1);
            int[] cell = new int[numbers.length];
            for (int i = 0; i < cell.length; i++) {
                cell[i] = Integer.parseInt(numbers[i]);
            }
            cells.add(cell);
        }
        return cells;
    }

    private List<String> values(int count) throws IOException {
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String line = next();
            values.add(line.substring(line.indexOf('\t') + 1));
        }
        return values;
    }

    private int size(String name) throws IOException {
        String line = next();
        if (!line.startsWith(name)) {
            throw new IOException("not a model: " + name + " is missing");
        }
        return Integer.parseInt(line.substring(name.length()).trim());
    }

    private void skipTo(String name) throws IOException {
        String line = next();
        while (!line.startsWith(name)) {
            line = next();
        }
    }

    private String next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the model ends too early");
        }
        return line;
    }
}
