// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

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
        IncidentCategory likely = IncidentCategory.values()[largest(shares)];
        CategoryGroup group = CategoryGroup.of(likely);
        Map<CloseHead, HeadScore> scores = new EnumMap<>(CloseHead.class);
        questions.forEach((head, model) -> scores.put(head, model.score(mean, group)));
        return new CloseScores(
                Objects.requireNonNull(scores.get(CloseHead.THREAT)),
                Objects.requireNonNull(scores.get(CloseHead.REPORT)),
                Objects.requireNonNull(scores.get(CloseHead.RELEVANT)),
                Objects.requireNonNull(scores.get(CloseHead.DENIES)),
                withIncident ? scores.get(CloseHead.ABOUT) : null,
                likely,
                shares[likely.ordinal()]);
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
