// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Grant;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;

import java.util.List;
import java.util.Map;

/** The list of alerts. */
public final class AlertRoutes {

    private final IncidentStore incidents;
    private final AlertStore alerts;
    private final AccessGuard guard;

    public AlertRoutes(IncidentStore incidents, AlertStore alerts, AccessGuard guard) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.guard = guard;
    }

    /** The routes of this package. */
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/alerts",
                                "Alerts, newest change first. Each reading is in the ledger.",
                                AlertListView.class,
                                this::list)
                        .with(
                                Parameter.query("incident", String.class, "Only of this incident."),
                                Parameter.query(
                                        "limit", Integer.class, "1 to 200; 100 when left out.")));
    }

    private AlertListView list(Call call) {
        int limit = call.queryInt("limit", 100, 1, 200);
        String incidentId = call.query("incident");
        Grant grant = guard.require(Action.VIEW_ALERTS, null, null, find(incidentId));
        List<Alert> found = alerts.list(incidentId, limit);
        long leaf =
                grant.record(
                        LedgerEntryType.ALERT_VIEW,
                        Map.of(
                                "incident", incidentId == null ? "" : incidentId,
                                "count", found.size(),
                                "ids", found.stream().map(Alert::id).toList()));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        return new AlertListView(found.stream().map(AlertView::of).toList(), leaf);
    }

    private @Nullable Incident find(@Nullable String incidentId) {
        return incidentId == null
                ? null
                : incidents
                        .find(incidentId)
                        .orElseThrow(() -> guard.absent(Action.VIEW_ALERTS, incidentId));
    }
}
