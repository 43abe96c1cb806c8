// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.classifier.LinearModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Examples as rows of the buckets that they fill, with the columns that are worth a weight numbered
 * from 0.
 */
final class Matrix {

    /** A column that fewer rows fill says nothing that lasts. */
    private static final int FEWEST_ROWS = 2;

    private final List<int[]> rows = new ArrayList<>();
    private final int[] buckets;

    Matrix(List<Example> examples, TrainingView view) {
        int[] filled = new int[1 << LinearModel.BITS];
        for (Example example : examples) {
            int[] row = view.buckets(example.text());
            rows.add(row);
            for (int bucket : row) {
                filled[bucket]++;
            }
        }
        int[] columns = new int[filled.length];
        int[] kept = new int[filled.length];
        int count = 0;
        for (int bucket = 0; bucket < filled.length; bucket++) {
            columns[bucket] = filled[bucket] < FEWEST_ROWS ? -1 : count;
            if (filled[bucket] >= FEWEST_ROWS) {
                kept[count++] = bucket;
            }
        }
        buckets = Arrays.copyOf(kept, count);
        rows.replaceAll(
                row -> Arrays.stream(row).map(b -> columns[b]).filter(c -> c >= 0).toArray());
    }

    /** Number of columns. */
    int width() {
        return buckets.length;
    }

    /** The columns that a row fills. */
    int[] row(int index) {
        return rows.get(index);
    }

    /** Column weights spread over all buckets. */
    double[] spread(double[] weights) {
        double[] all = new double[1 << LinearModel.BITS];
        for (int column = 0; column < buckets.length; column++) {
            all[buckets[column]] = weights[column];
        }
        return all;
    }
}
