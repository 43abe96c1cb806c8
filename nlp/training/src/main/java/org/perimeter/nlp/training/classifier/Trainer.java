// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import edu.stanford.nlp.optimization.QNMinimizer;

import org.perimeter.nlp.classifier.LinearModel;
import org.perimeter.nlp.threat.PostFeatures;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a logistic regression with CoreNLP's quasi-Newton minimiser (L-BFGS). The same examples in
 * the same order always give the same model.
 *
 * @param features what is seen of a text
 * @param penalty strength of the Gaussian prior
 */
record Trainer(PostFeatures features, double penalty) {

    private static final int REMEMBERED_STEPS = 10;
    private static final int MOST_STEPS = 80;
    private static final double TOLERANCE = 1e-4;

    /** The model of the examples. */
    LinearModel fit(List<Example> examples) {
        Matrix matrix = new Matrix(examples, new TrainingView(features, examples));
        QNMinimizer minimizer = new QNMinimizer(REMEMBERED_STEPS, true);
        minimizer.shutUp();
        double[] weights =
                minimizer.minimize(
                        new LogisticLoss(matrix, examples, penalty),
                        TOLERANCE,
                        new double[matrix.width() + 1],
                        MOST_STEPS);
        double[] spread = matrix.spread(Arrays.copyOf(weights, matrix.width()));
        return LinearModel.quantize(spread, weights[matrix.width()]);
    }
}
