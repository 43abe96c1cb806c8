// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
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
    private final double rivalShare;
    private final ThreatRule threat;

    private RelevanceRule(double named, double byPosition, double rivalShare, ThreatRule threat) {
        this.named = named;
        this.byPosition = byPosition;
        this.rivalShare = rivalShare;
        this.threat = threat;
    }

    /** The rule with a rulebook's numbers. */
    static RelevanceRule of(Rulebook rulebook) {
        return new RelevanceRule(
                rulebook.value(RuleId.ABOUT),
                rulebook.value(RuleId.ABOUT_BY_POSITION),
                rulebook.value(RuleId.ABOUT_BESIDE_RIVALS),
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
        Double logOdds = aboutLogOdds(analysis);
        return logOdds == null
                ? analysis.relevance().relevant() || threat.counts(analysis.threat())
                : 1 / (1 + Math.exp(-logOdds)) >= (namesThePlace ? named : byPosition);
    }

    /**
     * Whether it belongs to another incident in the same streets: beside a fire and a robbery, what
     * is said of the one is not evidence of the other. False where the odds of one are not known.
     *
     * @param rivalLogOdds natural log odds that it is about the likeliest other incident
     */
    @Control("COL-02")
    boolean belongsElsewhere(Analysis analysis, @Nullable Double rivalLogOdds) {
        Double own = aboutLogOdds(analysis);
        return own != null && rivalLogOdds != null && own < rivalLogOdds + Math.log(rivalShare);
    }

    private static @Nullable Double aboutLogOdds(Analysis analysis) {
        CloseReading close = analysis.close();
        return close == null ? null : close.aboutLogOdds();
    }
}
