// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.access.Purpose;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Caller;
import org.perimeter.search.access.Grant;
import org.perimeter.search.alert.AlertViews;
import org.perimeter.search.api.EventSink;
import org.perimeter.search.api.EventStream;
import org.perimeter.search.incident.IncidentView;
import org.perimeter.search.search.PostView;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The live view of one incident: its state, its posts and its alerts. Access is decided anew at
 * every look, so that a view does not outlive the incident or the rulebook.
 */
final class RoomStream implements EventStream {

    private final String incidentId;
    private final @Nullable Purpose purpose;
    private final String caseNumber;
    private final @Nullable Instant admittedSince;
    private final IncidentStore incidents;
    private final AccessGuard guard;
    private final Caller caller;
    private final Clock clock;
    private final PostWatch posts;
    private final AlertWatch alerts;
    private final AlertViews views;
    private final Beat beat = new Beat();
    private @Nullable IncidentView told;

    RoomStream(
            String incidentId,
            @Nullable Purpose purpose,
            String caseNumber,
            @Nullable Instant admittedSince,
            IncidentStore incidents,
            PostWatch posts,
            AlertWatch alerts,
            AlertViews views,
            AccessGuard guard,
            Caller caller,
            Clock clock) {
        this.incidentId = incidentId;
        this.purpose = purpose;
        this.caseNumber = caseNumber;
        this.admittedSince = admittedSince;
        this.incidents = incidents;
        this.posts = posts;
        this.alerts = alerts;
        this.views = views;
        this.guard = guard;
        this.caller = caller;
        this.clock = clock;
    }

    /** Decides whether the stream may be opened at all, so that a refusal has its own status. */
    RoomStream open() {
        grant();
        return this;
    }

    @Override
    public void look(EventSink sink) throws IOException {
        Incident incident = find();
        Grant grant = guard.require(caller, Action.SEARCH, purpose, caseNumber, incident);
        Grant toAlerts = guard.require(caller, Action.VIEW_ALERTS, null, null, incident);
        IncidentView view = IncidentView.of(incident, clock.instant());
        boolean first = !posts.started();
        PostChanges changes = first ? posts.first(admittedSince) : posts.look();
        List<Alert> changed = alerts.look();
        boolean sameIncident = view.equals(told);
        if (!beat.isDue(first || !sameIncident || !changes.isEmpty() || !changed.isEmpty())) {
            return;
        }
        Long leaf = null;
        if (first || !changes.fresh().isEmpty()) {
            leaf = grant.record(LedgerEntryType.VIEW, details(changes.fresh()));
        }
        if (!changed.isEmpty()) {
            toAlerts.record(LedgerEntryType.ALERT_VIEW, AlertDetails.of(incidentId, changed));
        }
        posts.accept(changes);
        alerts.accept(changed);
        told = view;
        sink.send(
                newestAdmission(changes.fresh()),
                new RoomEvent(
                        clock.instant(),
                        sameIncident ? null : view,
                        changes.fresh().stream().map(PostView::of).toList(),
                        changes.gone(),
                        first ? held() : null,
                        views.of(changed),
                        leaf));
    }

    private Grant grant() {
        return guard.require(caller, Action.SEARCH, purpose, caseNumber, find());
    }

    private Incident find() {
        return incidents
                .find(incidentId)
                .orElseThrow(() -> guard.absent(caller, Action.SEARCH, incidentId));
    }

    private RoomEvent.StreamStart held() {
        return new RoomEvent.StreamStart(List.copyOf(posts.ids()), posts.floor());
    }

    private static @Nullable String newestAdmission(List<StoredPost> fresh) {
        return fresh.stream()
                .map(StoredPost::admittedAt)
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse(null);
    }

    private Map<String, Object> details(List<StoredPost> fresh) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("incident", incidentId);
        details.put("purpose", String.valueOf(purpose));
        details.put("caseNumber", caseNumber);
        details.put("live", true);
        details.put("count", fresh.size());
        details.put("ids", fresh.stream().map(StoredPost::id).toList());
        return details;
    }
}
