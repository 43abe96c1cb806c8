// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.perimeter.nlp.close.LinearHead;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A block of linear outputs over the mean of the last layer, while it is trained. */
final class HeadWeights {

    private static final double SPREAD = 0.02;

    private final int width;
    private final int outputs;
    private final NDArray weights;
    private final NDArray biases;

    HeadWeights(NDManager manager, int width, int outputs, Random random) {
        this.width = width;
        this.outputs = outputs;
        float[] start = new float[width * outputs];
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) (SPREAD * random.nextGaussian());
        }
        this.weights = manager.create(start, new Shape(width, outputs));
        this.biases = manager.zeros(new Shape(outputs));
    }

    /** Log odds: a row for each post. */
    NDArray of(NDArray means) {
        return means.matMul(weights).add(biases);
    }

    List<NDArray> parameters() {
        return List.of(weights, biases);
    }

    /** As they are shipped. */
    List<LinearHead> heads() {
        float[] all = weights.toFloatArray();
        float[] constants = biases.toFloatArray();
        List<LinearHead> heads = new ArrayList<>();
        for (int k = 0; k < outputs; k++) {
            List<Float> own = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                own.add(all[i * outputs + k]);
            }
            heads.add(new LinearHead(own, constants[k]));
        }
        return heads;
    }
}
