// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Caller;
import org.perimeter.search.access.Grant;
import org.perimeter.search.alert.AlertViews;
import org.perimeter.search.api.EventSink;
import org.perimeter.search.api.EventStream;
import org.perimeter.search.incident.IncidentView;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All live incidents, how many posts each holds, and the alerts; no post is shown. */
final class OverviewStream implements EventStream {

    private static final int MOST_INCIDENTS = 1000;
    private static final int MOST_COUNTED = 50;

    private final IncidentStore incidents;
    private final PostStore posts;
    private final AlertWatch alerts;
    private final AlertViews views;
    private final AccessGuard guard;
    private final Caller caller;
    private final Clock clock;
    private final Beat beat = new Beat();
    private @Nullable List<IncidentView> toldIncidents;
    private @Nullable Map<String, Long> toldPosts;

    OverviewStream(
            IncidentStore incidents,
            PostStore posts,
            AlertWatch alerts,
            AlertViews views,
            AccessGuard guard,
            Caller caller,
            Clock clock) {
        this.incidents = incidents;
        this.posts = posts;
        this.alerts = alerts;
        this.views = views;
        this.guard = guard;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public void look(EventSink sink) throws IOException {
        guard.require(caller, Action.VIEW_INCIDENTS);
        Grant toAlerts = guard.require(caller, Action.VIEW_ALERTS);
        Instant now = clock.instant();
        List<IncidentView> live =
                incidents.list(MOST_INCIDENTS).stream()
                        .filter(incident -> incident.isLive(now))
                        .map(incident -> IncidentView.of(incident, now))
                        .toList();
        Map<String, Long> counts = count(live);
        List<Alert> changed = alerts.look();
        boolean sameIncidents = live.equals(toldIncidents);
        boolean sameCounts = counts.equals(toldPosts);
        if (!beat.isDue(!sameIncidents || !sameCounts || !changed.isEmpty())) {
            return;
        }
        if (!changed.isEmpty()) {
            toAlerts.record(LedgerEntryType.ALERT_VIEW, AlertDetails.of("", changed));
        }
        alerts.accept(changed);
        toldIncidents = live;
        toldPosts = counts;
        sink.send(
                null,
                new OverviewEvent(
                        now,
                        sameIncidents ? null : live,
                        sameCounts ? null : counts,
                        views.of(changed)));
    }

    private Map<String, Long> count(List<IncidentView> live) {
        Map<String, Long> counts = new HashMap<>();
        live.stream()
                .limit(MOST_COUNTED)
                .map(IncidentView::id)
                .forEach(id -> counts.put(id, posts.count(PostQuery.newest(id, 1))));
        return counts;
    }
}
