// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import java.util.ArrayList;
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

    /** This output, leaning on another by a share of what that one says. */
    public LinearHead leaningOn(LinearHead other, float share) {
        List<Float> sums = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            sums.add(weights.get(i) + share * other.weights().get(i));
        }
        return new LinearHead(sums, bias + share * other.bias());
    }

    double logOdds(float[] mean) {
        double sum = bias;
        for (int i = 0; i < mean.length; i++) {
            sum += weights.get(i) * mean[i];
        }
        return sum;
    }
}
