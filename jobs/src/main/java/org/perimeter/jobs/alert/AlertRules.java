// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

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
 */
record AlertRules(String rulebookHash, int raise, int confirm, Duration window) {

    private static final long MILLIS_PER_MINUTE = 60_000;

    static AlertRules of(Rulebook rulebook) {
        return new AlertRules(
                rulebook.hash(),
                (int) Math.ceil(rulebook.value(RuleId.ALERT_RAISE)),
                (int) Math.ceil(rulebook.value(RuleId.ALERT_CONFIRM)),
                Duration.ofMillis(
                        Math.round(rulebook.value(RuleId.ALERT_WINDOW) * MILLIS_PER_MINUTE)));
    }
}
