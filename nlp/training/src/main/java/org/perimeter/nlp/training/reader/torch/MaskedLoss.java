// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.perimeter.nlp.close.CloseHead;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.List;
import java.util.Map;

/**
 * The loss over all heads of a batch: logistic for each question whose answer is known, the
 * logarithm of the right category's share where there is one; what is not known has no part in it.
 * Every question weighs the same however few posts answer it, and a rare yes more than a no.
 */
final class MaskedLoss {

    private static final int QUESTIONS = CloseHead.values().length;
    private static final int CATEGORIES = IncidentCategory.values().length;
    private static final float CATEGORY_PART = 0.5f;

    /** Few answers in a batch weigh as if there were some more. */
    private static final float LEAST = 4;

    /** How much more a yes weighs, by question. */
    private static final Map<CloseHead, Float> YES =
            Map.of(
                    CloseHead.THREAT, 1.5f,
                    CloseHead.REPORT, 1f,
                    CloseHead.RELEVANT, 1f,
                    CloseHead.DENIES, 3f,
                    CloseHead.ABOUT, 2f);

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
        for (CloseHead head : CloseHead.values()) {
            float total = 0;
            for (int i = 0; i < batch.size(); i++) {
                Boolean answer = batch.get(i).labels().answer(head);
                if (answer != null) {
                    int at = i * QUESTIONS + head.place();
                    gold[at] = answer ? 1 : 0;
                    weights[at] = batch.get(i).weight() * (answer ? YES.getOrDefault(head, 1f) : 1);
                    total += weights[at];
                }
            }
            for (int i = head.place(); i < weights.length; i += QUESTIONS) {
                weights[i] /= Math.max(LEAST, total);
            }
        }
        Shape shape = new Shape(batch.size(), QUESTIONS);
        NDArray y = manager.create(gold, shape);
        NDArray weight = manager.create(weights, shape);
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
        return z.logSoftmax(1).mul(y).sum().mul(-1 / Math.max(LEAST, known));
    }
}
