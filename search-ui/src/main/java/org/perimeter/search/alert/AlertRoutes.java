// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Grant;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The list of alerts, and what analysts make of them. */
public final class AlertRoutes {

    private final IncidentStore incidents;
    private final AlertStore alerts;
    private final AlertViews views;
    private final DispositionDesk desk;
    private final AccessGuard guard;

    /**
     * @param rulebook the one in force, if any
     */
    public AlertRoutes(
            Stores stores, AccessGuard guard, Supplier<Optional<Rulebook>> rulebook, Clock clock) {
        this.incidents = stores.incidents();
        this.alerts = stores.alerts();
        this.views = new AlertViews(stores.dispositions());
        this.desk =
                new DispositionDesk(
                        incidents, alerts, stores.dispositions(), guard, rulebook, clock);
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
                                        "limit", Integer.class, "1 to 200; 100 when left out.")),
                Route.post(
                                "/api/v1/alerts/{id}/disposition",
                                "Says what an alert was worth: useful, not useful or false. It is in"
                                        + " the ledger, and counts for or against its rule.",
                                DisposeRequest.class,
                                DispositionView.class,
                                this::dispose)
                        .with(Parameter.path("id", "The alert.")));
    }

    private DispositionView dispose(Call call, DisposeRequest request) {
        DispositionView view = desk.dispose(call.path("id"), request, call.caller());
        call.header(AccessGuard.LEAF_HEADER, Long.toString(view.auditLeaf()));
        return view;
    }

    private AlertListView list(Call call) {
        int limit = call.queryInt("limit", 100, 1, 200);
        String incidentId = call.query("incident");
        Grant grant =
                guard.require(
                        call.caller(), Action.VIEW_ALERTS, null, null, find(call, incidentId));
        List<Alert> found = alerts.list(incidentId, limit);
        long leaf =
                grant.record(
                        LedgerEntryType.ALERT_VIEW,
                        Map.of(
                                "incident", incidentId == null ? "" : incidentId,
                                "count", found.size(),
                                "ids", found.stream().map(Alert::id).toList()));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        return new AlertListView(views.of(found), leaf);
    }

    private @Nullable Incident find(Call call, @Nullable String incidentId) {
        return incidentId == null
                ? null
                : incidents
                        .find(incidentId)
                        .orElseThrow(
                                () -> guard.absent(call.caller(), Action.VIEW_ALERTS, incidentId));
    }
}
