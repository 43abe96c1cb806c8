// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

/** Whether what a post says is sure enough to speak for an alert. */
public final class ThreatRule {

    private final double leastScore;

    private ThreatRule(double leastScore) {
        this.leastScore = leastScore;
    }

    /** The rule with a rulebook's number. */
    public static ThreatRule of(Rulebook rulebook) {
        return new ThreatRule(rulebook.value(RuleId.ALERT_SCORE));
    }

    /** Whether the finding counts. */
    @Control("OUT-03")
    public boolean counts(ThreatFinding threat) {
        return threat.kind() != ThreatKind.NONE && threat.score() >= leastScore;
    }
}
