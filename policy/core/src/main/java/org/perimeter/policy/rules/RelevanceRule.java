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

    private final double named;
    private final double byPosition;
    private final ThreatRule threat;

    private RelevanceRule(double named, double byPosition, ThreatRule threat) {
        this.named = named;
        this.byPosition = byPosition;
        this.threat = threat;
    }

    /** The rule with a rulebook's numbers. */
    static RelevanceRule of(Rulebook rulebook) {
        return new RelevanceRule(
                rulebook.value(RuleId.ABOUT),
                rulebook.value(RuleId.ABOUT_BY_POSITION),
                ThreatRule.of(rulebook));
    }

    /**
     * Where the post was read beside the incident, that reading decides; else the first does.
     *
     * @param namesThePlace whether its text names a place inside the fence; who only happens to be
     *     there must be the surer to speak of the incident
     */
    @Control("COL-02")
    boolean isAbout(Analysis analysis, boolean namesThePlace) {
        CloseReading close = analysis.close();
        Double logOdds = close == null ? null : close.aboutLogOdds();
        return logOdds == null
                ? analysis.relevance().relevant() || threat.counts(analysis.threat())
                : 1 / (1 + Math.exp(-logOdds)) >= (namesThePlace ? named : byPosition);
    }
}
