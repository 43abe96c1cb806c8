// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A logistic regression over hashed features: one 16-bit weight per bucket, 2 MB in memory, some
 * hundred kilobytes on disk. Immutable; safe to share.
 */
public final class LinearModel {

    /** Number of bits of a feature's hash that choose its weight. */
    public static final int BITS = 20;

    private static final int MAGIC = 0x504C4D31;
    private static final int MASK = (1 << BITS) - 1;

    private final short[] weights;
    private final double scale;
    private final double bias;

    private LinearModel(short[] weights, double scale, double bias) {
        this.weights = weights;
        this.scale = scale;
        this.bias = bias;
    }

    /** The bucket of a feature's hash. */
    public static int bucket(int hash) {
        return hash & MASK;
    }

    /**
     * Rounds trained weights to 16 bits.
     *
     * @param exact one weight per bucket
     * @param bias the constant term
     */
    public static LinearModel quantize(double[] exact, double bias) {
        double largest = 1e-9;
        for (double weight : exact) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double scale = largest / Short.MAX_VALUE;
        short[] weights = new short[1 << BITS];
        for (int i = 0; i < exact.length; i++) {
            weights[i] = (short) Math.round(exact[i] / scale);
        }
        return new LinearModel(weights, scale, bias);
    }

    /**
     * Loads a model from the class path.
     *
     * @throws IllegalStateException when it is missing or is no such model
     */
    public static LinearModel load(String resource) {
        try (InputStream in = LinearModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else
     */
    public static LinearModel read(InputStream compressed) throws IOException {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(compressed)));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a linear model");
        }
        double scale = in.readDouble();
        double bias = in.readDouble();
        byte[] bytes = in.readNBytes(2 << BITS);
        if (bytes.length != 2 << BITS) {
            throw new IOException("linear model cut short");
        }
        short[] weights = new short[1 << BITS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (short) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xFF));
        }
        return new LinearModel(weights, scale, bias);
    }

    /** Writes the model; the same model always gives the same bytes. */
    public void write(OutputStream target) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(target))) {
            out.writeInt(MAGIC);
            out.writeDouble(scale);
            out.writeDouble(bias);
            byte[] bytes = new byte[2 << BITS];
            for (int i = 0; i < weights.length; i++) {
                bytes[2 * i] = (byte) (weights[i] >> 8);
                bytes[2 * i + 1] = (byte) weights[i];
            }
            out.write(bytes);
        }
    }

    /** Log odds of the class. */
    public double margin(TextFeatures features) {
        long sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += weights[bucket(features.hash(i))];
        }
        return bias + scale * sum;
    }

    /** Probability of the class, 0 to 1. */
    public double probability(TextFeatures features) {
        return 1 / (1 + Math.exp(-margin(features)));
    }

    /**
     * The local features that spoke most strongly for the class.
     *
     * @return at most {@code count} of them, strongest first, none that spoke against it
     */
    public List<Integer> strongest(TextFeatures features, int count) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            if (features.isLocal(i) && weight(features, i) > 0) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparingInt((Integer i) -> -weight(features, i)));
        return List.copyOf(found.subList(0, Math.min(count, found.size())));
    }

    private int weight(TextFeatures features, int feature) {
        return weights[bucket(features.hash(feature))];
    }
}
