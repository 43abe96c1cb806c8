// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import com.fasterxml.jackson.databind.JsonNode;

import org.perimeter.connectors.incidents.IncidentIntake;
import org.perimeter.connectors.incidents.IncidentReader;
import org.perimeter.connectors.incidents.cap.CapHistory;
import org.perimeter.connectors.incidents.cap.CapReader;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.ApprovalRole;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.life.IncidentCommand;
import org.perimeter.policy.rules.life.IncidentStep;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Incidents by push, by list and by id; their closing, renewal and approval. */
public final class IncidentRoutes {

    private static final String SOURCE = "push";
    private static final String ONE = "/api/v1/incidents/{id}";

    private final IncidentStore incidents;
    private final IncidentDesk desk;
    private final RulebookDesk rulebooks;
    private final AccessGuard guard;
    private final Clock clock;
    private final CapHistory alerts;

    /**
     * @param payload says of an incident what its receipt needs
     */
    public IncidentRoutes(
            IncidentStore incidents,
            IncidentPayload payload,
            RulebookDesk rulebooks,
            AccessGuard guard,
            Clock clock) {
        this.incidents = incidents;
        this.desk = new IncidentDesk(incidents, payload, clock);
        this.rulebooks = rulebooks;
        this.guard = guard;
        this.clock = clock;
        this.alerts = new CapHistory(id -> incidents.find(id).map(IncidentStatement::of));
    }

    /** The routes of this package. */
    public List<Route> routes() {
        Parameter id = Parameter.path("id", "The incident.");
        return List.of(
                Route.postAny(
                        "/api/v1/incidents",
                        "Opens or changes incidents: a GeoJSON Feature or FeatureCollection, or a"
                                + " CAP 1.2 alert as application/cap+xml. Times and versions are"
                                + " statements, which the rules bound. 422 when none is"
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
                        .with(id),
                Route.post(
                                ONE + "/renew",
                                "Lets a live fence live on (COL-03): at most three times, for one"
                                        + " life each, never beyond the hard stop.",
                                RenewRequest.class,
                                IncidentView.class,
                                this::renew)
                        .with(id),
                Route.post(
                                ONE + "/approve",
                                "Approves a fence at a protected place (FAS-01). Nothing is"
                                        + " collected there until two people did, one as LEGAL and"
                                        + " one as COMMAND.",
                                ApproveRequest.class,
                                IncidentView.class,
                                this::approve)
                        .with(id));
    }

    private IntakeView push(Call call) throws IOException {
        Function<Rulebook, IncidentIntake> document = document(call);
        Grant grant = guard.require(call.caller(), Action.OPEN_INCIDENT);
        Rulebook rulebook = rulebooks.inForce().orElseThrow(() -> lawless(call));
        IncidentIntake intake = document.apply(rulebook);
        Pushed pushed = new Pushed(intake.rejected());
        for (IncidentStatement statement : intake.accepted()) {
            pushed.add(
                    desk.apply(
                            statement.id(),
                            new IncidentCommand.State(statement),
                            rulebook,
                            reasonOf(statement),
                            grant));
        }
        IntakeView view = pushed.view();
        for (IntakeView.Rejected rejected : view.rejected()) {
            guard.recordRefusal(
                    call.caller(),
                    Action.OPEN_INCIDENT,
                    rejected.path(),
                    RuleId.INCIDENT_ONLY,
                    "NOT_ACCEPTABLE");
        }
        if (view.accepted().isEmpty() && view.unchanged().isEmpty()) {
            call.status(422);
        }
        return view;
    }

    private static Map<String, String> reasonOf(IncidentStatement statement) {
        String reason = statement.motive().reason();
        return reason.isEmpty() ? Map.of() : Map.of("reason", reason);
    }

    private ApiException lawless(Call call) {
        ReasonCode reason = rulebooks.reason();
        guard.recordRefusal(
                call.caller(),
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
        Grant grant = guard.require(call.caller(), Action.VIEW_INCIDENTS);
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
        Grant grant = guard.require(call.caller(), Action.VIEW_INCIDENTS);
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
        return command(
                call, Action.CLOSE_INCIDENT, new IncidentCommand.Close(), Map.of("reason", reason));
    }

    private IncidentView renew(Call call, RenewRequest request) {
        String supervisor = request.statedSupervisor();
        String reason = request.statedReason();
        return command(
                call,
                Action.OPEN_INCIDENT,
                new IncidentCommand.Renew(supervisor, reason),
                Map.of("supervisor", supervisor, "reason", reason));
    }

    private IncidentView approve(Call call, ApproveRequest request) {
        ApprovalRole role = request.statedRole();
        String person = request.statedPerson();
        return command(
                call,
                Action.OPEN_INCIDENT,
                new IncidentCommand.Approve(role, person),
                Map.of("approvedAs", role.name(), "approvedBy", person));
    }

    private IncidentView command(
            Call call, Action action, IncidentCommand command, Map<String, String> details) {
        Grant grant = guard.require(call.caller(), action);
        String id = find(call, action).id();
        IncidentStep step =
                desk.apply(id, command, rulebooks.inForce().orElse(null), details, grant);
        if (step instanceof IncidentStep.Refused refused) {
            guard.recordRefusal(call.caller(), action, id, refused.ruleId(), "NOT_ACCEPTABLE");
            String field = refused.field();
            throw ApiException.refused(
                    422, refused.message(), field.isEmpty() ? null : field, null);
        }
        return IncidentView.of(find(call, action), clock.instant());
    }

    private Incident find(Call call, Action action) {
        String id = call.path("id");
        return incidents.find(id).orElseThrow(() -> guard.absent(call.caller(), action, id));
    }
}
