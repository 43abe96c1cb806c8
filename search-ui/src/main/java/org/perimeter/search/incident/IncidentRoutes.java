// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import com.fasterxml.jackson.databind.JsonNode;

import org.perimeter.connectors.incidents.IncidentIntake;
import org.perimeter.connectors.incidents.IncidentProblem;
import org.perimeter.connectors.incidents.IncidentReader;
import org.perimeter.connectors.incidents.cap.CapHistory;
import org.perimeter.connectors.incidents.cap.CapReader;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Grant;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.error.ApiException;
import org.perimeter.search.rulebook.RulebookDesk;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Incidents by push, by list and by id, and their closing. */
public final class IncidentRoutes {

    private static final String SOURCE = "push";
    private static final String ONE = "/api/v1/incidents/{id}";

    private final IncidentStore incidents;
    private final IncidentDesk desk;
    private final RulebookDesk rulebooks;
    private final AccessGuard guard;
    private final Clock clock;
    private final CapHistory alerts;

    public IncidentRoutes(
            IncidentStore incidents, RulebookDesk rulebooks, AccessGuard guard, Clock clock) {
        this.incidents = incidents;
        this.desk = new IncidentDesk(incidents, clock);
        this.rulebooks = rulebooks;
        this.guard = guard;
        this.clock = clock;
        this.alerts = new CapHistory(incidents::find);
    }

    /** The routes of this package. */
    public List<Route> routes() {
        Parameter id = Parameter.path("id", "The incident.");
        return List.of(
                Route.postAny(
                        "/api/v1/incidents",
                        "Opens or changes incidents: a GeoJSON Feature or FeatureCollection, or a"
                                + " CAP 1.2 alert as application/cap+xml. 422 when none is"
                                + " acceptable, 409 when no rulebook is in force.",
                        JsonNode.class,
                        IntakeView.class,
                        this::push),
                Route.get(
                                "/api/v1/incidents",
                                "Incidents, newest opening first.",
                                IncidentListView.class,
                                this::list)
                        .with(
                                Parameter.query("live", Boolean.class, "Only those live, or not."),
                                Parameter.query(
                                        "limit", Integer.class, "1 to 1000; 100 when left out.")),
                Route.get(ONE, "One incident.", IncidentView.class, this::show).with(id),
                Route.post(
                                ONE + "/close",
                                "Ends an incident: collection around it stops.",
                                CloseRequest.class,
                                IncidentView.class,
                                this::close)
                        .with(id));
    }

    private IntakeView push(Call call) throws IOException {
        Function<Rulebook, IncidentIntake> document = document(call);
        Grant grant = guard.require(Action.OPEN_INCIDENT);
        Rulebook rulebook = rulebooks.inForce().orElseThrow(this::lawless);
        IncidentIntake intake = document.apply(rulebook);
        List<String> accepted = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Incident incident : intake.accepted()) {
            (desk.write(incident, grant) ? accepted : unchanged).add(incident.id());
        }
        intake.rejected()
                .forEach(
                        problem ->
                                guard.recordRefusal(
                                        Action.OPEN_INCIDENT,
                                        problem.path(),
                                        RuleId.INCIDENT_ONLY,
                                        "NOT_ACCEPTABLE"));
        if (intake.accepted().isEmpty()) {
            call.status(422);
        }
        return new IntakeView(
                accepted, unchanged, intake.rejected().stream().map(IncidentRoutes::told).toList());
    }

    private ApiException lawless() {
        ReasonCode reason = rulebooks.reason();
        guard.recordRefusal(
                Action.OPEN_INCIDENT,
                "",
                RuleId.INCIDENT_ONLY,
                reason == null ? ReasonCode.NO_RULEBOOK.name() : reason.name());
        return ApiException.refused(
                409, "no rulebook is in force; see /api/v1/status", null, reason);
    }

    /** The body, read and only to be judged by a rulebook. */
    private Function<Rulebook, IncidentIntake> document(Call call) throws IOException {
        if (call.mediaType().equals(CapReader.MEDIA_TYPE)) {
            byte[] alert = call.bytes();
            String contentType = call.contentType();
            return rulebook -> CapReader.read(alert, contentType, SOURCE, rulebook, alerts, clock);
        }
        JsonNode features = call.body(JsonNode.class);
        return rulebook -> IncidentReader.read(features, SOURCE, rulebook, clock);
    }

    private IncidentListView list(Call call) {
        Boolean live = call.queryBoolean("live");
        int limit = call.queryInt("limit", 100, 1, 1000);
        Grant grant = guard.require(Action.VIEW_INCIDENTS);
        Instant now = clock.instant();
        List<IncidentView> listed =
                incidents.list(1000).stream()
                        .filter(incident -> live == null || incident.isLive(now) == live)
                        .limit(limit)
                        .map(incident -> IncidentView.of(incident, now))
                        .toList();
        long leaf =
                grant.record(
                        LedgerEntryType.READ, Map.of("what", "incidents", "items", listed.size()));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        return new IncidentListView(listed);
    }

    private IncidentView show(Call call) {
        Grant grant = guard.require(Action.VIEW_INCIDENTS);
        Incident incident = find(call, Action.VIEW_INCIDENTS);
        long leaf =
                grant.record(
                        LedgerEntryType.READ,
                        Map.of("what", "incident", "incident", incident.id()));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        return IncidentView.of(incident, clock.instant());
    }

    private IncidentView close(Call call, CloseRequest request) {
        String reason = request.statedReason();
        Grant grant = guard.require(Action.CLOSE_INCIDENT);
        Incident incident = find(call, Action.CLOSE_INCIDENT);
        return IncidentView.of(desk.close(incident, reason, grant), clock.instant());
    }

    private Incident find(Call call, Action action) {
        String id = call.path("id");
        return incidents.find(id).orElseThrow(() -> guard.absent(action, id));
    }

    private static IntakeView.Rejected told(IncidentProblem problem) {
        return new IntakeView.Rejected(problem.index(), problem.path(), problem.message());
    }
}
