// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.fence.FenceIndex;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fences of the incidents that are live, ready to be asked about places. */
final class LiveFences {

    private final FenceIndex index = new FenceIndex();
    private final Map<String, Incident> live = new HashMap<>();
    private final Map<String, FenceGeometry> geometries = new HashMap<>();
    private final Map<String, Neighbourhood> around = new LinkedHashMap<>();
    private @Nullable List<Neighbourhood> neighbourhoods;

    /**
     * Watches an incident's fence, or stops when the incident is not live.
     *
     * @return whether it watches where it did not before
     */
    boolean update(Incident incident, Instant now) {
        if (!incident.isLive(now)) {
            remove(incident.id());
            return false;
        }
        Incident before = live.put(incident.id(), incident);
        if (before != null && before.fence().equals(incident.fence())) {
            return false;
        }
        FenceGeometry geometry = FenceGeometry.of(incident.fence());
        geometries.put(incident.id(), geometry);
        index.add(incident.id(), geometry);
        around.put(incident.id(), new Neighbourhood(geometry.center(), geometry.radiusMeters()));
        neighbourhoods = null;
        return true;
    }

    /** Stops watching fences whose incidents have expired. */
    void expire(Instant now) {
        List<String> over = new ArrayList<>();
        for (Incident incident : live.values()) {
            if (!incident.isLive(now)) {
                over.add(incident.id());
            }
        }
        over.forEach(this::remove);
    }

    private void remove(String id) {
        if (live.remove(id) != null) {
            geometries.remove(id);
            index.remove(id);
            around.remove(id);
            neighbourhoods = null;
        }
    }

    /** The neighbourhoods of all watched incidents; the same list until one of them changes. */
    List<Neighbourhood> neighbourhoods() {
        if (neighbourhoods == null) {
            neighbourhoods = List.copyOf(around.values());
        }
        return neighbourhoods;
    }

    /** Whether a point lies in any watched fence. */
    boolean cover(GeoPoint point) {
        return !index.find(point).isEmpty();
    }

    /** The watched incident with this id. */
    Incident incident(String id) {
        Incident incident = live.get(id);
        if (incident == null) {
            throw new IllegalArgumentException("the incident is not watched");
        }
        return incident;
    }

    /**
     * The best match in each watched fence.
     *
     * @param places best first
     * @param witnessedAt of the post, to tell whether it waited for the incident
     */
    Map<String, Match> match(List<PlaceMention> places, Instant witnessedAt) {
        Map<String, Match> matches = new LinkedHashMap<>();
        for (PlaceMention place : places) {
            for (String id : index.find(place.point())) {
                if (!matches.containsKey(id)) {
                    matches.put(id, match(id, place, witnessedAt));
                }
            }
        }
        return matches;
    }

    /** A candidate for each incident whose fence a post lies in; each names the others. */
    List<Candidate> candidates(PostEvent event, Analysis analysis, Map<String, Match> matches) {
        List<Candidate> candidates = new ArrayList<>();
        for (Match match : matches.values()) {
            List<String> rivals = new ArrayList<>(matches.keySet());
            rivals.remove(match.incidentId());
            candidates.add(
                    Candidate.matched(
                            incident(match.incidentId()), event, analysis, match, rivals));
        }
        return candidates;
    }

    private Match match(String id, PlaceMention place, Instant witnessedAt) {
        FenceGeometry geometry = geometries.get(id);
        Incident incident = incident(id);
        if (geometry == null) {
            throw new IllegalStateException("a watched fence has its geometry");
        }
        double meters = EarthDistance.meters(geometry.center(), place.point());
        return new Match(id, place, meters, witnessedAt.isBefore(incident.openedAt()));
    }
}
