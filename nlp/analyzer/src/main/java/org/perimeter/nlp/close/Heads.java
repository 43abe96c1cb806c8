// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All outputs of the close reading over the mean of the encoder's last layer: one for each question
 * and one for each category.
 *
 * @param model SHA-256 of the graph that they were trained and calibrated with, in hexadecimal
 * @param width dimensions of the encoder's last layer
 * @param questions a head for every question
 * @param categories an output for every category; the largest wins
 */
public record Heads(
        String model,
        int width,
        Map<CloseHead, HeadModel> questions,
        Map<IncidentCategory, LinearHead> categories) {

    private static final List<IncidentCategory> CATEGORIES = List.of(IncidentCategory.values());

    public Heads {
        questions = Map.copyOf(questions);
        categories = Map.copyOf(categories);
        if (questions.size() != CloseHead.values().length
                || categories.size() != IncidentCategory.values().length) {
            throw new IllegalArgumentException("a head or a category is missing");
        }
        boolean fits =
                questions.values().stream().allMatch(h -> h.output().weights().size() == width)
                        && categories.values().stream().allMatch(h -> h.weights().size() == width);
        if (!fits) {
            throw new IllegalArgumentException("a head is not " + width + " wide");
        }
    }

    /**
     * What they say.
     *
     * @param mean the mean of the last layer
     * @param withIncident whether the post was read beside an incident
     */
    CloseScores read(float[] mean, boolean withIncident) {
        double[] shares = shares(mean);
        int best = largest(shares);
        IncidentCategory likely = CATEGORIES.get(best);
        CalibrationGroup group = CalibrationGroup.of(likely);
        return new CloseScores(
                score(CloseHead.THREAT, mean, group),
                score(CloseHead.REPORT, mean, group),
                score(CloseHead.RELEVANT, mean, group),
                score(CloseHead.DENIES, mean, group),
                withIncident ? score(CloseHead.ABOUT, mean, group) : null,
                likely,
                shares[best]);
    }

    private HeadScore score(CloseHead head, float[] mean, CalibrationGroup group) {
        HeadModel model = questions.get(head);
        if (model == null) {
            throw new IllegalStateException("no head for " + head);
        }
        return model.score(mean, group);
    }

    private double[] shares(float[] mean) {
        double[] shares =
                Arrays.stream(IncidentCategory.values())
                        .mapToDouble(category -> output(category).logOdds(mean))
                        .toArray();
        double most = Arrays.stream(shares).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private LinearHead output(IncidentCategory category) {
        LinearHead head = categories.get(category);
        if (head == null) {
            throw new IllegalStateException("no output for " + category);
        }
        return head;
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
