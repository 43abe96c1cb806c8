// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.perimeter.nlp.close.pieces.Pieces;

import java.util.List;

/**
 * Posts as arrays, all as long as the longest.
 *
 * @param ids pieces by their numbers in the vocabulary
 * @param texts 0 for the first text of a pair, 1 for the second
 * @param mask 1 where there is a piece
 */
record TorchBatch(NDArray ids, NDArray texts, NDArray mask) {

    static TorchBatch of(NDManager manager, List<Pieces> posts) {
        int length = posts.stream().mapToInt(Pieces::size).max().orElse(1);
        long[] ids = new long[posts.size() * length];
        long[] texts = new long[ids.length];
        float[] mask = new float[ids.length];
        for (int i = 0; i < posts.size(); i++) {
            Pieces post = posts.get(i);
            for (int j = 0; j < post.size(); j++) {
                ids[i * length + j] = post.id(j);
                texts[i * length + j] = post.text(j);
                mask[i * length + j] = 1;
            }
        }
        Shape shape = new Shape(posts.size(), length);
        return new TorchBatch(
                manager.create(ids, shape),
                manager.create(texts, shape),
                manager.create(mask, shape));
    }

    long size() {
        return ids.getShape().get(0);
    }

    long length() {
        return ids.getShape().get(1);
    }
}
