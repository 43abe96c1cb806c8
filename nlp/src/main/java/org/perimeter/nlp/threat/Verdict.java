// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.IncidentCategory;
import org.perimeter.policy.model.ThreatKind;

import java.util.ArrayList;
import java.util.List;

/**
 * What rules and classifiers together say of a post.
 *
 * <p>Each may find what the other misses: a threat or a report holds when the rules say so and the
 * classifier does not contradict strongly, or when the classifier is sure; a report of the
 * classifier also needs a word that names what happened. Beside a place near a live incident the
 * language of a scene counts, whatever the classifier thinks.
 *
 * @param kind what it is
 * @param category what it is about; null for NONE
 * @param score 0 to 1
 * @param relevance probability that it is about an incident
 * @param reasons the rules behind it
 */
record Verdict(
        ThreatKind kind,
        @Nullable IncidentCategory category,
        double score,
        double relevance,
        List<RuleHit> reasons) {

    /** Log odds of the classifier where a threat begins, and where it overrules the rules. */
    private static final double THREAT_BEGINS = 1.0;

    private static final double NO_THREAT = -2.0;

    /** The same for reports. */
    private static final double REPORT_BEGINS = 3.0;

    private static final double NO_REPORT = -3.0;

    /** And for relevance. */
    private static final double RELEVANCE_BEGINS = 0;

    /**
     * And where no word names what happened: sympathy, roads closed and crowds are spoken of on
     * many days, at a march as after an attack.
     */
    private static final double UNNAMED_RELEVANCE_BEGINS = 2;

    /** What the rules found and the classifier contradicts keeps so much of its score. */
    private static final double CONTRADICTED = 0.5;

    Verdict {
        reasons = List.copyOf(reasons);
    }

    static Verdict of(
            Evidence evidence,
            Claim threatByRules,
            Claim reportByRules,
            Opinion opinion,
            double support,
            PlacesNamed places) {
        boolean nearIncident = places == PlacesNamed.NEAR_INCIDENT;
        Claim topic = evidence.strongest(RuleRole.TOPIC, 0);
        double denied = isDenied(opinion.incident(), NO_REPORT, nearIncident) ? CONTRADICTED : 1;
        Claim threat = threat(threatByRules, topic, opinion);
        Claim report = report(reportByRules, topic, opinion, denied, evidence.unvetoed());
        Claim winner = threat.score() >= report.score() ? threat : report;
        ThreatKind kind = kindOf(winner);
        double context = evidence.context(support, nearIncident);
        double about =
                probability(
                        opinion.incident() + Math.log(evidence.serious()),
                        isNamed(topic, reportByRules) || context > 0
                                ? RELEVANCE_BEGINS
                                : UNNAMED_RELEVANCE_BEGINS);
        double said = Math.max(context * denied, about);
        double relevance = Math.max(said, Math.max(threat.score(), report.score()));
        List<RuleHit> reasons = new ArrayList<>(evidence.behind(winner, kind));
        if (kind == ThreatKind.REPORT) {
            reasons.addAll(evidence.behind(topic, kind));
        } else if (kind == ThreatKind.NONE && context >= ThreatReader.THRESHOLD) {
            reasons.addAll(evidence.behindContext(nearIncident));
        }
        return new Verdict(
                kind,
                kind == ThreatKind.NONE ? null : winner.category(),
                winner.score(),
                ThreatReader.round(relevance),
                reasons);
    }

    private static Claim threat(Claim rules, Claim topic, Opinion opinion) {
        double denied = isDenied(opinion.threat(), NO_THREAT, false) ? CONTRADICTED : 1;
        double sure = probability(opinion.threat(), THREAT_BEGINS);
        @Nullable IncidentCategory category = rules.category();
        if (category == null) {
            boolean armed = topic.category() == IncidentCategory.SHOOTING;
            category = armed ? IncidentCategory.SHOOTING : IncidentCategory.ASSAULT;
        }
        double score = Math.max(rules.score() * denied, sure);
        return new Claim(RuleRole.THREAT, category, ThreatReader.round(score));
    }

    private static Claim report(
            Claim rules, Claim topic, Opinion opinion, double denied, double unvetoed) {
        double logOdds = opinion.incident() + Math.log(unvetoed);
        boolean named = isNamed(topic, rules) && !isWeather(topic, rules);
        double sure = named ? probability(logOdds, REPORT_BEGINS) : 0;
        @Nullable IncidentCategory category =
                rules.category() == null ? topic.category() : rules.category();
        double score = Math.max(rules.score() * denied, sure);
        return new Claim(RuleRole.REPORT, category, ThreatReader.round(score));
    }

    private static boolean isNamed(Claim topic, Claim report) {
        return topic.score() >= ThreatReader.THRESHOLD || report.category() != null;
    }

    /** Everybody speaks of the weather, and the classifier learnt from storms. */
    private static boolean isWeather(Claim topic, Claim report) {
        return report.category() == null && topic.category() == IncidentCategory.SEVERE_WEATHER;
    }

    private static boolean isDenied(double logOdds, double limit, boolean nearIncident) {
        return !nearIncident && logOdds < limit;
    }

    /** Probability that is one half where something begins; 0 when no classifier was asked. */
    private static double probability(double logOdds, double begins) {
        return Double.isNaN(logOdds) ? 0 : 1 / (1 + Math.exp(begins - logOdds));
    }

    private static ThreatKind kindOf(Claim claim) {
        if (claim.score() < ThreatReader.THRESHOLD) {
            return ThreatKind.NONE;
        }
        return claim.role() == RuleRole.THREAT ? ThreatKind.THREAT : ThreatKind.REPORT;
    }
}
