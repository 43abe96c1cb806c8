// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

import java.time.Instant;

/**
 * What an analyst made of one alert; who it was stands in the ledger only. A later disposition of
 * the same alert takes the place of an earlier one.
 *
 * @param alertId the alert
 * @param incidentId its incident
 * @param rule the rule that raised it, as {@code policy.alerting.AlertRuleName} spells it
 * @param sequence of the version that was looked at
 * @param verdict what it was worth
 * @param at when, wall clock
 */
public record AlertDisposition(
        String alertId,
        String incidentId,
        String rule,
        long sequence,
        AlertVerdict verdict,
        Instant at) {}
