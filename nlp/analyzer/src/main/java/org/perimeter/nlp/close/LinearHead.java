// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import java.util.List;

/**
 * One output over the mean of the last layer.
 *
 * @param weights one for each dimension
 * @param bias the constant term
 */
public record LinearHead(List<Float> weights, float bias) {

    public LinearHead {
        weights = List.copyOf(weights);
    }

    double logOdds(float[] mean) {
        double sum = bias;
        for (int i = 0; i < mean.length; i++) {
            sum += weights.get(i) * mean[i];
        }
        return sum;
    }
}
