// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all voices together make of one hypothesis: the stretch of time that speaks for it most,
 * wherever it lies, less what was denied since.
 *
 * @param category what most of the weight says
 * @param agreement of that category with the incident's own
 * @param families the voices in the best stretch of time
 * @param denials voices that deny it since that stretch began
 * @param logOdds that it is so
 */
public record Weighing(
        IncidentCategory category,
        Agreement agreement,
        List<AlertFamily> families,
        int denials,
        double logOdds) {

    /**
     * Before anybody has spoken. Most hypotheses that a post opens beside an incident are wrong;
     * one that dispatch shares is right about once in five, one that dispatch knows nothing of
     * hardly ever.
     */
    private static final double PRIOR_SAME = LogOdds.of(0.2);

    private static final double PRIOR_RELATED = LogOdds.of(0.15);
    private static final double PRIOR_UNRELATED = LogOdds.of(0.02);

    /** That nothing happened does not undo that somebody announced it; it makes it doubtful. */
    private static final double DENIED_THREAT = 0.5;

    /** Of two categories alike in weight, dispatch's own is the likelier. */
    private static final double OWN_CATEGORY = 2.5;

    public Weighing {
        families = List.copyOf(families);
    }

    /**
     * Weighs a hypothesis.
     *
     * @param incident the category under which dispatch opened the incident
     * @param window in which voices must speak to count together
     * @return null when nobody speaks for it
     */
    public static @Nullable Weighing of(
            AlertHypothesis hypothesis,
            List<AlertFamily> denials,
            IncidentCategory incident,
            Duration window) {
        List<AlertFamily> speaking =
                hypothesis.families().stream()
                        .filter(family -> denials.stream().noneMatch(family::isTakenBackBy))
                        .sorted(Comparator.comparing(AlertFamily::firstAt))
                        .toList();
        List<AlertFamily> best = best(speaking, window);
        if (best.isEmpty()) {
            return null;
        }
        Instant since = best.get(0).firstAt();
        List<AlertFamily> against =
                denials.stream().filter(family -> !family.lastAt().isBefore(since)).toList();
        IncidentCategory category = category(best, incident);
        Agreement agreement = Agreement.of(category, incident);
        return new Weighing(
                category,
                agreement,
                best,
                against.size(),
                prior(agreement) + weight(best) - weight(against) * counted(hypothesis.kind()));
    }

    /** How many independent voices say so. */
    public int voices() {
        return families.size();
    }

    /** That it is so, 0 to 1. */
    public double probability() {
        return LogOdds.probability(logOdds);
    }

    /** The posts in the best stretch, oldest first. */
    public List<AlertEvidence> posts() {
        return families.stream()
                .flatMap(family -> family.members().stream())
                .sorted(AlertFamily.OLDEST_FIRST)
                .toList();
    }

    private static List<AlertFamily> best(List<AlertFamily> speaking, Duration window) {
        List<AlertFamily> best = List.of();
        for (int from = 0; from < speaking.size(); from++) {
            Instant end = speaking.get(from).firstAt().plus(window);
            List<AlertFamily> together = new ArrayList<>();
            for (AlertFamily family : speaking.subList(from, speaking.size())) {
                if (!family.firstAt().isAfter(end)) {
                    together.add(family);
                }
            }
            if (best.isEmpty() || weight(together) > weight(best)) {
                best = together;
            }
        }
        return best;
    }

    private static double counted(ThreatKind said) {
        return said == ThreatKind.THREAT ? DENIED_THREAT : 1;
    }

    private static double weight(List<AlertFamily> families) {
        return families.stream().mapToDouble(AlertFamily::weight).sum();
    }

    private static double prior(Agreement agreement) {
        return switch (agreement) {
            case SAME -> PRIOR_SAME;
            case RELATED -> PRIOR_RELATED;
            case UNRELATED -> PRIOR_UNRELATED;
        };
    }

    private static IncidentCategory category(List<AlertFamily> best, IncidentCategory incident) {
        Map<IncidentCategory, Double> weights = new EnumMap<>(IncidentCategory.class);
        for (AlertFamily family : best) {
            AlertEvidence surest = family.surest();
            if (surest.category() != null) {
                weights.merge(surest.category(), surest.weight(), Double::sum);
            }
        }
        weights.computeIfPresent(incident, (category, weight) -> weight + OWN_CATEGORY);
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(incident);
    }
}
