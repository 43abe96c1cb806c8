// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.reading.ThreatKind;

/** Names the rule behind an alert, by which dispositions are counted: its kind and its group. */
public final class AlertRuleName {

    private AlertRuleName() {}

    /** Such as {@code OUT-03/REPORT/VIOLENCE}. */
    public static String of(ThreatKind kind, CategoryGroup group) {
        return "OUT-03/" + kind + "/" + group;
    }

    /** The rule behind this alert. */
    public static String of(Alert alert) {
        return of(alert.kind(), CategoryGroup.of(alert.category()));
    }
}
