// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.perimeter.policy.model.alert.AlertVerdict;

import java.time.Instant;

/**
 * That an alert was disposed of, and how its rule fares now.
 *
 * @param alertId the alert
 * @param verdict what it was worth
 * @param at when it was said
 * @param rule that raised it
 * @param past how alerts of this rule fare, this one included
 * @param suspended whether alerts of this rule are now shown to analysts only
 * @param auditLeaf index of the disposition in the ledger
 */
public record DispositionView(
        String alertId,
        AlertVerdict verdict,
        Instant at,
        String rule,
        PastView past,
        boolean suspended,
        long auditLeaf) {}
