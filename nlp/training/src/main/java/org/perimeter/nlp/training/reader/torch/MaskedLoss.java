// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.perimeter.nlp.close.CloseHead;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.List;

/**
 * The loss over all heads of a batch: logistic for each question whose answer is known, the
 * logarithm of the right category's share where there is one; what is not known has no part in it.
 */
final class MaskedLoss {

    private static final int QUESTIONS = CloseHead.values().length;
    private static final int CATEGORIES = IncidentCategory.values().length;
    private static final float CATEGORY_PART = 0.3f;

    private final List<LabelledPieces> batch;
    private final NDManager manager;

    MaskedLoss(List<LabelledPieces> batch, NDManager manager) {
        this.batch = batch;
        this.manager = manager;
    }

    NDArray of(NDArray questions, NDArray categories) {
        return logistic(questions).add(shares(categories).mul(CATEGORY_PART));
    }

    private NDArray logistic(NDArray z) {
        float[] gold = new float[batch.size() * QUESTIONS];
        float[] weights = new float[gold.length];
        float total = 0;
        for (int i = 0; i < batch.size(); i++) {
            for (CloseHead head : CloseHead.values()) {
                Boolean answer = batch.get(i).labels().answer(head);
                if (answer != null) {
                    int at = i * QUESTIONS + head.place();
                    gold[at] = answer ? 1 : 0;
                    weights[at] = batch.get(i).weight();
                    total += weights[at];
                }
            }
        }
        Shape shape = new Shape(batch.size(), QUESTIONS);
        NDArray y = manager.create(gold, shape);
        NDArray weight = manager.create(weights, shape).div(Math.max(1, total));
        NDArray each = z.maximum(0).sub(z.mul(y)).add(z.abs().neg().exp().add(1).log());
        return each.mul(weight).sum();
    }

    private NDArray shares(NDArray z) {
        float[] gold = new float[batch.size() * CATEGORIES];
        float known = 0;
        for (int i = 0; i < batch.size(); i++) {
            IncidentCategory category = batch.get(i).labels().category();
            if (category != null) {
                gold[i * CATEGORIES + List.of(IncidentCategory.values()).indexOf(category)] = 1;
                known++;
            }
        }
        NDArray y = manager.create(gold, new Shape(batch.size(), CATEGORIES));
        return z.logSoftmax(1).mul(y).sum().mul(-1 / Math.max(1, known));
    }
}
