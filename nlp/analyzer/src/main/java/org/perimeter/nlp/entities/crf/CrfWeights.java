// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.crf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights of a linear-chain conditional random field with one label of memory, found by feature
 * key without strings. Read-only once built; safe to share.
 */
public final class CrfWeights {

    private static final int NONE = -1;

    /** In files, weights are whole thousandths: a difference that changes no label. */
    private static final float PER_UNIT = 1_000;

    private final List<String> labels;
    private final boolean[] allowed;
    private final long[] keys;
    private final int[] rows;
    private final float[] weights;

    private CrfWeights(
            List<String> labels, boolean[] allowed, long[] keys, int[] rows, float[] weights) {
        this.labels = labels;
        this.allowed = allowed;
        this.keys = keys;
        this.rows = rows;
        this.weights = weights;
    }

    /** The labels, by number. */
    public List<String> labels() {
        return labels;
    }

    /** Number of the label for no name. */
    int background() {
        return labels.indexOf("O");
    }

    /** Whether one label may follow another; the trainer saw no such pair otherwise. */
    public boolean allows(int before, int label) {
        return allowed[before * labels.size() + label];
    }

    /**
     * Adds a feature's weights to scores that have one cell per label, or one per pair of labels;
     * does nothing when the feature has none.
     */
    public void addTo(double[] scores, long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (rows[slot] != NONE) {
            if (keys[slot] == key) {
                int row = rows[slot];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] += weights[row + i];
                }
                return;
            }
            slot = (slot + 1) & mask;
        }
    }

    /**
     * Writes the table, weights rounded to thousandths, features in the order in which they came.
     *
     * @throws IOException when a weight is beyond 32 or the stream fails
     */
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
        for (boolean may : allowed) {
            out.writeBoolean(may);
        }
        int[] slots =
                IntStream.range(0, rows.length)
                        .filter(slot -> rows[slot] != NONE)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(rows[a], rows[b]))
                        .mapToInt(slot -> slot)
                        .toArray();
        out.writeInt(slots.length);
        for (int slot : slots) {
            out.writeLong(keys[slot]);
        }
        for (int i = 0; i < slots.length; i++) {
            int end = i + 1 < slots.length ? rows[slots[i + 1]] : weights.length;
            out.writeBoolean(end - rows[slots[i]] > labels.size());
        }
        for (float weight : weights) {
            int thousandths = Math.round(weight * PER_UNIT);
            if (thousandths != (short) thousandths) {
                throw new IOException("a weight is too big to be written: " + weight);
            }
            out.writeShort(thousandths);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when the stream ends or fails
     */
    public static CrfWeights read(DataInputStream in) throws IOException {
        int size = in.readByte();
        List<String> labels = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            labels.add(in.readUTF());
        }
        boolean[] allowed = new boolean[size * size];
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = in.readBoolean();
        }
        int features = in.readInt();
        Builder table = new Builder(labels, features);
        System.arraycopy(allowed, 0, table.allowed, 0, allowed.length);
        long[] keys = new long[features];
        for (int i = 0; i < features; i++) {
            keys[i] = in.readLong();
        }
        int[] lengths = new int[features];
        for (int i = 0; i < features; i++) {
            lengths[i] = in.readBoolean() ? size * size : size;
        }
        for (int i = 0; i < features; i++) {
            float[] row = new float[lengths[i]];
            for (int cell = 0; cell < row.length; cell++) {
                row[cell] = in.readShort() / PER_UNIT;
            }
            table.add(keys[i], row);
        }
        return table.build();
    }

    /** Collects weights. */
    public static final class Builder {

        private final List<String> labels;
        private final boolean[] allowed;
        private final long[] keys;
        private final int[] rows;
        private float[] weights;
        private int used;

        /**
         * Starts an empty table.
         *
         * @param labels the labels, by number; {@code O} among them
         * @param features how many features will come, at most
         */
        public Builder(List<String> labels, int features) {
            this.labels = List.copyOf(labels);
            this.allowed = new boolean[labels.size() * labels.size()];
            int capacity = Integer.highestOneBit(Math.max(1, features)) * 4;
            this.keys = new long[capacity];
            this.rows = new int[capacity];
            Arrays.fill(rows, NONE);
            this.weights = new float[Math.max(16, features * labels.size())];
        }

        /** Lets a label follow another. */
        public void allow(int before, int label) {
            allowed[before * labels.size() + label] = true;
        }

        /**
         * A feature's weights: one per label, or one per pair of labels, the earlier label first.
         *
         * @throws IllegalArgumentException when two features share a key
         */
        public void add(long key, float... row) {
            int mask = keys.length - 1;
            int slot = (int) key & mask;
            while (rows[slot] != NONE) {
                if (keys[slot] == key) {
                    throw new IllegalArgumentException("two features with one key: " + key);
                }
                slot = (slot + 1) & mask;
            }
            if (used + row.length > weights.length) {
                weights = Arrays.copyOf(weights, 2 * weights.length + row.length);
            }
            System.arraycopy(row, 0, weights, used, row.length);
            keys[slot] = key;
            rows[slot] = used;
            used += row.length;
        }

        /** The table. */
        public CrfWeights build() {
            return new CrfWeights(labels, allowed, keys, rows, Arrays.copyOf(weights, used));
        }
    }
}
