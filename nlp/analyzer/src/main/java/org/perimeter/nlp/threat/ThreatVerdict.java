// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.threat.lexicon.RuleHit;
import org.perimeter.nlp.threat.lexicon.RuleRole;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What rules and classifiers together say of a post.
 *
 * <p>Each may find what the other misses: a threat or a report holds when the rules say so and the
 * classifier does not contradict strongly, or when the classifier is sure; a report of the
 * classifier also needs a word that names what happened. For relevance their log odds are added,
 * and beside a place near a live incident the language of a scene counts among the rules. Where
 * each begins was chosen by cross-validation over the training events of CrisisLex and PHEME and
 * over invented everyday posts.
 *
 * @param kind what it is
 * @param category what it is about; null for NONE
 * @param score 0 to 1
 * @param relevance probability that it is about an incident
 * @param reasons the rules behind it
 */
record ThreatVerdict(
        ThreatKind kind,
        @Nullable IncidentCategory category,
        double score,
        double relevance,
        List<RuleHit> reasons) {

    /** Log odds of the classifier where a threat begins, and where it overrules the rules. */
    private static final double THREAT_BEGINS = 1.0;

    private static final double NO_THREAT = -1.5;

    /** The same for reports: words of violence stand in fewer everyday posts than fire or crash. */
    private static final double VIOLENCE_BEGINS = 1.5;

    private static final double HAZARD_BEGINS = 2.0;

    private static final double NO_REPORT = 0;

    /** And for relevance, where all evidence counts together. */
    private static final double RELEVANCE_BEGINS = -0.5;

    /** A post from beside an incident may be admitted for it, so more is asked. */
    private static final double RELEVANCE_NEAR_BEGINS = 0;

    /** What a word that names what happened adds to the log odds of relevance. */
    private static final double NAMED = 0.5;

    /** How much the log odds of the rules' context count beside those of the classifier. */
    private static final double CONTEXT_COUNTS = 0.5;

    /** The rules are never surer than this of context, nor of its absence. */
    private static final double MOST_CONTEXT = 0.95;

    private static final double LEAST_CONTEXT = 0.1;

    private static final Set<IncidentCategory> HAZARDS =
            Set.of(
                    IncidentCategory.FIRE,
                    IncidentCategory.PURSUIT,
                    IncidentCategory.MISSING_PERSON,
                    IncidentCategory.HAZARDOUS_MATERIAL,
                    IncidentCategory.COLLAPSE,
                    IncidentCategory.EARTHQUAKE);

    /** What the rules found and the classifier contradicts keeps so much of its score. */
    private static final double CONTRADICTED = 0.5;

    /** A report of which the classifier is not sure: only what the rules are sure of stays one. */
    private static final double UNCONFIRMED = 0.8;

    ThreatVerdict {
        reasons = List.copyOf(reasons);
    }

    static ThreatVerdict of(
            RuleEvidence evidence,
            Claim threatByRules,
            Claim reportByRules,
            Opinion opinion,
            double support,
            PlacesNamed places) {
        boolean nearIncident = places == PlacesNamed.NEAR_INCIDENT;
        Claim topic = evidence.strongest(RuleRole.TOPIC, 0);
        double undisputed = evidence.undisputed(RuleRole.THREAT);
        Claim threat = threat(threatByRules, topic, opinion, undisputed);
        Claim report = report(reportByRules, topic, opinion, evidence.unvetoed());
        Claim winner = threat.score() >= report.score() ? threat : report;
        ThreatKind kind = kindOf(winner);
        double context = evidence.context(support, nearIncident);
        double said =
                opinion.given()
                        ? about(
                                opinion.incident() + Math.log(evidence.serious()),
                                context,
                                isNamed(topic, reportByRules),
                                nearIncident)
                        : context;
        double relevance = Math.max(said, Math.max(threat.score(), report.score()));
        List<RuleHit> reasons = new ArrayList<>(evidence.behind(winner, kind));
        if (kind == ThreatKind.REPORT) {
            reasons.addAll(evidence.behind(topic, kind));
        } else if (kind == ThreatKind.NONE && relevance >= ThreatReader.THRESHOLD) {
            reasons.addAll(evidence.behindContext(nearIncident));
        }
        return new ThreatVerdict(
                kind,
                kind == ThreatKind.NONE ? null : winner.category(),
                winner.score(),
                ThreatReader.round(relevance),
                reasons);
    }

    private static double about(
            double classified, double context, boolean named, boolean nearIncident) {
        double bounded = Math.min(Math.max(context, LEAST_CONTEXT), MOST_CONTEXT);
        return probability(
                classified
                        + CONTEXT_COUNTS * Math.log(bounded / (1 - bounded))
                        + (named ? NAMED : 0),
                nearIncident ? RELEVANCE_NEAR_BEGINS : RELEVANCE_BEGINS);
    }

    private static Claim threat(Claim rules, Claim topic, Opinion opinion, double undisputed) {
        double denied = opinion.threat() < NO_THREAT ? CONTRADICTED : 1;
        double sure = probability(opinion.threat() + Math.log(undisputed), THREAT_BEGINS);
        @Nullable IncidentCategory category = rules.category();
        if (category == null) {
            boolean armed = topic.category() == IncidentCategory.SHOOTING;
            category = armed ? IncidentCategory.SHOOTING : IncidentCategory.ASSAULT;
        }
        double score = Math.max(rules.score() * denied, sure);
        return new Claim(RuleRole.THREAT, category, ThreatReader.round(score));
    }

    private static Claim report(Claim rules, Claim topic, Opinion opinion, double unvetoed) {
        double logOdds = opinion.incident() + Math.log(unvetoed);
        @Nullable IncidentCategory category =
                rules.category() == null ? topic.category() : rules.category();
        // Everybody speaks of the weather, and the classifier learnt from storms.
        boolean named = isNamed(topic, rules) && category != IncidentCategory.SEVERE_WEATHER;
        boolean hazard = category != null && HAZARDS.contains(category);
        double sure = named ? probability(logOdds, hazard ? HAZARD_BEGINS : VIOLENCE_BEGINS) : 0;
        double denied = opinion.incident() < NO_REPORT ? UNCONFIRMED : 1;
        double score = Math.max(rules.score() * denied, sure);
        return new Claim(RuleRole.REPORT, category, ThreatReader.round(score));
    }

    private static boolean isNamed(Claim topic, Claim report) {
        return topic.score() >= ThreatReader.THRESHOLD || report.category() != null;
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
