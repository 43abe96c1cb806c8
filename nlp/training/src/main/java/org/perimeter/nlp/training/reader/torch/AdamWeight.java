// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;

/** A weight that training moves, with what Adam remembers of it. */
final class AdamWeight {

    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final NDArray weight;
    private final NDArray mean;
    private final NDArray variance;
    private final float rate;
    private final float decay;

    /**
     * Begins to follow a weight.
     *
     * @param rate times the learning rate of all
     * @param decay how fast the weight shrinks
     */
    AdamWeight(NDArray weight, NDManager manager, float rate, float decay) {
        this.weight = weight;
        this.rate = rate;
        this.decay = decay;
        this.mean = manager.zeros(weight.getShape());
        this.variance = manager.zeros(weight.getShape());
        weight.setRequiresGradient(true);
    }

    /** The sum of the squares of its gradient; no number where one of them is none. */
    double squares() {
        // Every call hands out a handle of its own, which nobody else closes.
        try (NDArray gradient = weight.getGradient();
                NDArray squared = gradient.square();
                NDArray sum = squared.sum()) {
            return sum.getFloat();
        }
    }

    /**
     * Moves the weight along its gradient and clears that.
     *
     * @param scale by what the gradient is shortened first, at most 1
     */
    void step(float learningRate, int step, float scale) {
        try (NDArray gradient = weight.getGradient()) {
            gradient.muli(scale);
            double warm = Math.sqrt(1 - Math.pow(BETA_2, step)) / (1 - Math.pow(BETA_1, step));
            weight.getNDArrayInternal()
                    .adamUpdate(
                            new NDList(weight, gradient, mean, variance),
                            new NDList(weight),
                            learningRate * rate,
                            (float) (learningRate * rate * warm),
                            decay,
                            1f,
                            -1f,
                            BETA_1,
                            BETA_2,
                            EPSILON,
                            false,
                            true);
            gradient.muli(0);
        }
    }

    /**
     * Forgets the gradient without moving: not by a product, which would keep what is no number.
     */
    void skip() {
        try (NDArray gradient = weight.getGradient()) {
            gradient.set(new NDIndex("..."), 0f);
        }
    }
}
