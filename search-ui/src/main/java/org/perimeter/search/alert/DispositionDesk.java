// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.connectors.spi.store.DispositionStore;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.alerting.AlertRuleName;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertDisposition;
import org.perimeter.policy.model.alert.RulePrecision;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Caller;
import org.perimeter.search.access.Grant;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes what analysts make of alerts: into the ledger first, then into the store. */
final class DispositionDesk {

    private final IncidentStore incidents;
    private final AlertStore alerts;
    private final DispositionStore dispositions;
    private final AccessGuard guard;
    private final Supplier<Optional<Rulebook>> rulebook;
    private final Clock clock;

    DispositionDesk(
            IncidentStore incidents,
            AlertStore alerts,
            DispositionStore dispositions,
            AccessGuard guard,
            Supplier<Optional<Rulebook>> rulebook,
            Clock clock) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.dispositions = dispositions;
        this.guard = guard;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Control("OUT-03")
    DispositionView dispose(String alertId, DisposeRequest request, Caller caller) {
        AlertDisposition disposition = read(alertId, request, caller);
        Grant grant =
                guard.require(
                        caller,
                        Action.DISPOSE_ALERT,
                        null,
                        null,
                        incidents.find(disposition.incidentId()).orElse(null));
        long leaf =
                grant.record(
                        LedgerEntryType.ALERT_DISPOSE,
                        Map.of(
                                "alert", alertId,
                                "incident", disposition.incidentId(),
                                "sequence", disposition.sequence(),
                                "rule", disposition.rule(),
                                "verdict", disposition.verdict().name()));
        dispositions.put(disposition);
        RulePrecision past =
                dispositions.precisions().getOrDefault(disposition.rule(), RulePrecision.UNKNOWN);
        return new DispositionView(
                alertId,
                disposition.verdict(),
                disposition.at(),
                disposition.rule(),
                PastView.of(past),
                past.isSurelyBelow(floor()),
                leaf);
    }

    private AlertDisposition read(String alertId, DisposeRequest request, Caller caller) {
        Alert alert =
                alerts.find(alertId)
                        .orElseThrow(() -> guard.absent(caller, Action.DISPOSE_ALERT, alertId));
        @Nullable Long sequence = request.sequence();
        return new AlertDisposition(
                alertId,
                alert.incidentId(),
                AlertRuleName.of(alert),
                sequence == null ? alert.sequence() : sequence,
                request.stated(),
                clock.instant());
    }

    private double floor() {
        return rulebook.get().map(book -> book.value(RuleId.ALERT_FLOOR)).orElse(0.0);
    }
}
