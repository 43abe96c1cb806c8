// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.review;

import org.perimeter.policy.alerting.AlertRules;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.model.alert.RulePrecision;
import org.perimeter.policy.model.incident.Incident;

import java.time.Instant;
import java.util.Map;

/**
 * Under what an incident's alerts are judged.
 *
 * @param incident as it stands now
 * @param rules of the rulebook in force
 * @param noise what ordinary life brings in this town
 * @param fenceShare how much of the town the fence covers, 0 to 1; 1 where that is not known
 * @param pasts how many alerts of each rule analysts found useful so far
 * @param models version of the models that read the posts
 * @param now the wall clock
 */
public record ReviewTerms(
        Incident incident,
        AlertRules rules,
        TownNoise noise,
        double fenceShare,
        Map<String, RulePrecision> pasts,
        String models,
        Instant now) {

    public ReviewTerms {
        pasts = Map.copyOf(pasts);
    }

    /** What analysts made of a rule's alerts so far. */
    RulePrecision past(String rule) {
        return pasts.getOrDefault(rule, RulePrecision.UNKNOWN);
    }
}
