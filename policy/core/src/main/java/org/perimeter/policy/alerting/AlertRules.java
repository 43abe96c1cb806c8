// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.redaction.StoredTimes;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;

/**
 * The numbers of the rulebook that govern alerts (control OUT-03).
 *
 * @param rulebookHash under which rulebook
 * @param raise independent voices that raise an alert
 * @param confirm independent voices that confirm it
 * @param window in which they must speak, event time
 * @param probability that raises it
 * @param certainty probability that confirms it
 * @param fall probability below which it is withdrawn
 * @param chance greatest chance that ordinary life alone brings as many voices
 * @param floor least share of useful alerts of a rule that may speak
 * @param times how exact the times are that leave the job
 */
public record AlertRules(
        String rulebookHash,
        int raise,
        int confirm,
        Duration window,
        double probability,
        double certainty,
        double fall,
        double chance,
        double floor,
        StoredTimes times) {

    private static final long MILLIS_PER_MINUTE = 60_000;

    /** Those of a rulebook. */
    public static AlertRules of(Rulebook rulebook) {
        return new AlertRules(
                rulebook.hash(),
                (int) Math.ceil(rulebook.value(RuleId.ALERT_RAISE)),
                (int) Math.ceil(rulebook.value(RuleId.ALERT_CONFIRM)),
                Duration.ofMillis(
                        Math.round(rulebook.value(RuleId.ALERT_WINDOW) * MILLIS_PER_MINUTE)),
                rulebook.value(RuleId.ALERT_PROBABILITY),
                rulebook.value(RuleId.ALERT_CERTAINTY),
                rulebook.value(RuleId.ALERT_FALL),
                rulebook.value(RuleId.ALERT_CHANCE),
                rulebook.value(RuleId.ALERT_FLOOR),
                StoredTimes.of(rulebook));
    }
}
