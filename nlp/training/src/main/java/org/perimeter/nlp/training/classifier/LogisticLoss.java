// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import edu.stanford.nlp.optimization.AbstractCachingDiffFunction;

import java.util.Arrays;
import java.util.List;

/**
 * Weighted negative log likelihood of the labels with a Gaussian prior on all weights but the
 * constant term, which is the last variable.
 */
final class LogisticLoss extends AbstractCachingDiffFunction {

    private final Matrix matrix;
    private final List<Example> examples;
    private final double penalty;

    LogisticLoss(Matrix matrix, List<Example> examples, double penalty) {
        this.matrix = matrix;
        this.examples = examples;
        this.penalty = penalty;
    }

    @Override
    public int domainDimension() {
        return matrix.width() + 1;
    }

    @Override
    protected void calculate(double[] x) {
        int constant = matrix.width();
        Arrays.fill(derivative, 0);
        value = 0;
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            int[] row = matrix.row(i);
            double sum = x[constant];
            for (int column : row) {
                sum += x[column];
            }
            double sign = example.positive() ? 1 : -1;
            double margin = sign * sum;
            value += example.weight() * softplus(-margin);
            double slope = -example.weight() * sign / (1 + Math.exp(margin));
            for (int column : row) {
                derivative[column] += slope;
            }
            derivative[constant] += slope;
        }
        for (int column = 0; column < constant; column++) {
            value += 0.5 * penalty * x[column] * x[column];
            derivative[column] += penalty * x[column];
        }
    }

    private static double softplus(double z) {
        return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    }
}
