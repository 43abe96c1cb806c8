// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.alerting.Agreement;
import org.perimeter.policy.alerting.AlertRules;
import org.perimeter.policy.alerting.Weighing;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.time.Instant;

/**
 * Decides where an alert stands (control OUT-03): how many voices, how probable, and whether
 * ordinary life alone would bring as many.
 */
public final class AlertGate {

    private AlertGate() {}

    /**
     * The state that what was said calls for.
     *
     * @param before where the alert stood; null when there was none
     * @param weighing all that is said for and against it; null when nobody speaks for it
     * @param chance that ordinary life alone brings as many voices
     * @param suspended whether analysts found too many alerts of this rule useless
     * @return null while it calls for no alert
     */
    @Control("OUT-03")
    public static @Nullable AlertState decide(
            @Nullable AlertState before,
            @Nullable Weighing weighing,
            double chance,
            boolean suspended,
            AlertRules rules) {
        boolean stands = before != null && before != AlertState.RETRACTED;
        if (weighing == null) {
            return before == null ? null : AlertState.RETRACTED;
        }
        boolean holds =
                weighing.voices() >= rules.raise() && weighing.probability() >= rules.fall();
        boolean rises =
                weighing.voices() >= rules.raise()
                        && weighing.probability() >= rules.probability()
                        && chance <= rules.chance();
        if (!(stands ? holds : rises)) {
            return before == null ? null : AlertState.RETRACTED;
        }
        boolean sure =
                weighing.voices() >= rules.confirm()
                        && weighing.probability()
                                >= (before == AlertState.CONFIRMED
                                        ? rules.probability()
                                        : rules.certainty())
                        && (stands || chance <= rules.chance());
        return leaves(before, weighing.agreement(), sure, suspended)
                ? sure ? AlertState.CONFIRMED : AlertState.RAISED
                : AlertState.SUGGESTED;
    }

    /** What dispatch knows nothing of must be as sure as a confirmed alert to leave the house. */
    private static boolean leaves(
            @Nullable AlertState before, Agreement agreement, boolean sure, boolean suspended) {
        boolean hasLeft = before == AlertState.RAISED || before == AlertState.CONFIRMED;
        if (hasLeft) {
            return true;
        }
        return !suspended && (agreement != Agreement.UNRELATED || sure);
    }

    /** The state that the end of the incident calls for; null when it has not ended. */
    public static @Nullable AlertState decide(Incident incident, Instant now) {
        if (incident.status() == IncidentStatus.CANCELLED) {
            return AlertState.RETRACTED;
        }
        return incident.isLive(now) || incident.status() == IncidentStatus.PENDING
                ? null
                : AlertState.CLOSED;
    }
}
