// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.CloseReading;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

/**
 * Whether a post is about an incident: one that merely names a place near the scene is nobody's
 * business.
 */
final class RelevanceRule {

    private final double leastProbability;
    private final ThreatRule threat;

    private RelevanceRule(double leastProbability, ThreatRule threat) {
        this.leastProbability = leastProbability;
        this.threat = threat;
    }

    /** The rule with a rulebook's numbers. */
    static RelevanceRule of(Rulebook rulebook) {
        return new RelevanceRule(rulebook.value(RuleId.ABOUT), ThreatRule.of(rulebook));
    }

    /** Where the post was read beside the incident, that reading decides; else the first does. */
    @Control("COL-02")
    boolean isAbout(Analysis analysis) {
        CloseReading close = analysis.close();
        Double logOdds = close == null ? null : close.aboutLogOdds();
        return logOdds == null
                ? analysis.relevance().relevant() || threat.counts(analysis.threat())
                : 1 / (1 + Math.exp(-logOdds)) >= leastProbability;
    }
}
