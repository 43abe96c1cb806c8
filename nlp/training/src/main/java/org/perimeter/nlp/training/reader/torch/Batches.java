// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Puts posts of like length together, since a batch costs as much as its longest post. */
final class Batches {

    private static final int BUCKET = 50;

    private Batches() {}

    /** All of them, in an order that the random numbers alone decide. */
    static List<List<LabelledPieces>> of(List<LabelledPieces> all, int size, Random random) {
        List<LabelledPieces> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        List<List<LabelledPieces>> batches = new ArrayList<>();
        for (int i = 0; i < mixed.size(); i += size * BUCKET) {
            List<LabelledPieces> bucket =
                    new ArrayList<>(mixed.subList(i, Math.min(i + size * BUCKET, mixed.size())));
            bucket.sort(Comparator.comparingInt(post -> post.pieces().size()));
            for (int j = 0; j < bucket.size(); j += size) {
                batches.add(List.copyOf(bucket.subList(j, Math.min(j + size, bucket.size()))));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }
}
