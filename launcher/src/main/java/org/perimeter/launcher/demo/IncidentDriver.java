// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.judge.OpenedIncident;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.scenario.Timeline;
import org.perimeter.policy.model.place.GeoPoint;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Opens the incidents of the exercise when their time has come, and closes them at its end. */
final class IncidentDriver {

    private final ObjectMapper json = new ObjectMapper();
    private final ConsoleClient console;
    private final TownPlaces places;
    private final Timeline timeline;
    private final InstantSource clock;
    private final List<IncidentPlan> waiting;
    private final List<OpenedIncident> opened = new ArrayList<>();

    IncidentDriver(
            ConsoleClient console,
            TownPlaces places,
            Timeline timeline,
            List<IncidentPlan> plans,
            InstantSource clock) {
        this.console = console;
        this.places = places;
        this.timeline = timeline;
        this.waiting = new ArrayList<>(plans);
        this.clock = clock;
    }

    /**
     * Opens what is due.
     *
     * @return what was opened now
     */
    List<OpenedIncident> openDue() {
        List<OpenedIncident> now = new ArrayList<>();
        for (IncidentPlan plan : List.copyOf(waiting)) {
            if (!clock.instant().isBefore(timeline.releasedAt(plan.opensAt()))) {
                waiting.remove(plan);
                String id = console.open(feature(plan, timeline.witnessedAt(plan.opensAt())));
                now.add(new OpenedIncident(plan, id, clock.instant()));
            }
        }
        opened.addAll(now);
        return now;
    }

    /** What has been opened so far. */
    List<OpenedIncident> opened() {
        return List.copyOf(opened);
    }

    /** Closes everything. */
    void closeAll() {
        opened.forEach(incident -> console.close(incident.incidentId(), "the exercise is over"));
    }

    /** Case number of an incident of the exercise. */
    static String caseNumber(IncidentPlan plan) {
        return "EX-2026-" + plan.id();
    }

    private JsonNode feature(IncidentPlan plan, Instant openedAt) {
        GeoPoint center = places.get(plan.place()).point();
        ObjectNode feature = json.createObjectNode();
        feature.put("type", "Feature").put("id", "exercise-" + plan.id());
        ObjectNode geometry = feature.putObject("geometry");
        geometry.put("type", "Point");
        geometry.putArray("coordinates").add(center.lon()).add(center.lat());
        feature.putObject("properties")
                .put("radiusMeters", plan.radiusMeters())
                .put("title", plan.title())
                .put("category", plan.category().name())
                .put("priority", plan.priority())
                .put("caseNumber", caseNumber(plan))
                .put("status", "ACTIVE")
                .put("openedAt", openedAt.toString())
                .put("exercise", true);
        return feature;
    }
}
