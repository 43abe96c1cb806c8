// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.CloseReading;
import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

/**
 * Joins the first reading and the close one. Rules keep categories and reasons; the reader finds
 * above its upper threshold, vetoes below its lower one, and between the two the first reading
 * stands.
 */
final class Cascade {

    /** From here on a finding counts, in the first reading and in this one. */
    private static final double FINDING = 0.5;

    /** Below this share the reader does not know what the harm would be. */
    private static final double SURE_CATEGORY = 0.5;

    /** No probability of ours is surer than this, whatever the calibration saw. */
    private static final double SUREST = 0.995;

    /**
     * How much farther below its lower threshold the reader must be to overrule the rules in
     * Spanish, in log odds. The reader saw a tenth as much Spanish as English: of the development
     * authors' 57 Spanish reports both together find .77 with the English thresholds and .90 with
     * this slack, and alarm on one harmless post in 56 more.
     */
    private static final double SLACK_IN_SPANISH = 6;

    private Cascade() {}

    /**
     * What both say.
     *
     * @param first the first reading
     * @param scores the close one
     * @param incident what the incident is about with which it was read; null when read alone
     */
    static Analysis join(Analysis first, CloseScores scores, @Nullable IncidentCategory incident) {
        double slack = first.language().equals("es") ? SLACK_IN_SPANISH : 0;
        ThreatFinding finding = finding(first.threat(), scores, incident, slack);
        return new Analysis(
                first.language(),
                first.entities(),
                first.places(),
                relevance(first.relevance(), finding, scores, slack),
                finding,
                reading(scores));
    }

    private static ThreatFinding finding(
            ThreatFinding first,
            CloseScores scores,
            @Nullable IncidentCategory incident,
            double slack) {
        ThreatKind kind = kind(first.kind(), scores, slack);
        if (kind == ThreatKind.NONE) {
            return first.kind() == ThreatKind.NONE
                    ? first
                    : new ThreatFinding(ThreatKind.NONE, null, low(first, scores), first.spans());
        }
        double probability = score(kind, scores).probability();
        boolean agreed = first.kind() == kind;
        return new ThreatFinding(
                kind,
                category(first, scores, incident),
                round(
                        Math.max(
                                FINDING,
                                agreed ? Math.max(first.score(), probability) : probability)),
                round(probability),
                first.spans());
    }

    private static ThreatKind kind(ThreatKind first, CloseScores scores, double slack) {
        boolean threat = holds(first == ThreatKind.THREAT, scores.threat(), slack);
        boolean report = holds(first == ThreatKind.REPORT, scores.report(), slack);
        if (threat && report) {
            return scores.threat().probability() >= scores.report().probability()
                    ? ThreatKind.THREAT
                    : ThreatKind.REPORT;
        }
        if (threat) {
            return ThreatKind.THREAT;
        }
        return report ? ThreatKind.REPORT : ThreatKind.NONE;
    }

    private static boolean holds(boolean found, HeadScore score, double slack) {
        return score.finds() || (found && !score.vetoes(slack));
    }

    private static HeadScore score(ThreatKind kind, CloseScores scores) {
        return kind == ThreatKind.THREAT ? scores.threat() : scores.report();
    }

    private static IncidentCategory category(
            ThreatFinding first, CloseScores scores, @Nullable IncidentCategory incident) {
        if (first.category() != null) {
            return first.category();
        }
        HeadScore about = scores.about();
        boolean ours = about != null && about.finds();
        return incident != null && ours && scores.categoryProbability() < SURE_CATEGORY
                ? incident
                : scores.category();
    }

    /** A vetoed finding's score says how far it was from one. */
    private static double low(ThreatFinding first, CloseScores scores) {
        double probability = score(first.kind(), scores).probability();
        return round(Math.min(probability, FINDING - 0.001));
    }

    private static IncidentRelevance relevance(
            IncidentRelevance first, ThreatFinding finding, CloseScores scores, double slack) {
        if (finding.kind() != ThreatKind.NONE) {
            return new IncidentRelevance(true, Math.max(first.score(), finding.score()));
        }
        double score = round(scores.relevant().probability());
        boolean relevant = holds(first.relevant(), scores.relevant(), slack);
        return new IncidentRelevance(
                relevant, relevant ? Math.max(score, FINDING) : Math.min(score, FINDING - 0.001));
    }

    private static CloseReading reading(CloseScores scores) {
        HeadScore about = scores.about();
        return new CloseReading(
                about == null ? null : logOdds(about),
                logOdds(scores.threat()),
                logOdds(scores.report()),
                logOdds(scores.denies()));
    }

    private static double logOdds(HeadScore score) {
        double bounded = Math.min(Math.max(score.probability(), 1 - SUREST), SUREST);
        return round(Math.log(bounded / (1 - bounded)));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
