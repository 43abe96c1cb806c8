// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.geojson;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a feed said so far: tells changes from repetitions, and an incident that is over from one
 * that a single poll left out.
 */
final class KnownIncidents {

    /** Absences in a row, of full snapshots that hold something, after which it is over. */
    private static final int ABSENCES = 2;

    private final Map<String, Known> known;

    private KnownIncidents(Map<String, Known> known) {
        this.known = known;
    }

    static KnownIncidents none() {
        return new KnownIncidents(Map.of());
    }

    /**
     * The changes that one document brings, and what is known after it.
     *
     * @param features all features of the document by incident id
     * @param accepted those that are lawful incidents
     * @param snapshot whether the document lists everything that is not over
     * @param now the wall clock
     */
    Step after(
            Map<String, JsonNode> features,
            List<Incident> accepted,
            boolean snapshot,
            Instant now) {
        List<Incident> changes = new ArrayList<>();
        Map<String, Known> next = new LinkedHashMap<>();
        // A feed that is down often answers with an empty list.
        boolean counts = snapshot && !features.isEmpty();
        known.forEach(
                (id, before) -> {
                    int absences =
                            features.containsKey(id) || !snapshot
                                    ? 0
                                    : before.absences() + (counts ? 1 : 0);
                    if (absences < ABSENCES) {
                        next.put(id, before.withAbsences(absences));
                    } else if (isOpen(before.incident())) {
                        changes.add(closed(before.incident(), now));
                    }
                });
        for (Incident incident : accepted) {
            JsonNode feature = features.get(incident.id());
            Known before = known.get(incident.id());
            if (before == null || !before.feature().equals(feature)) {
                changes.add(incident);
                next.put(incident.id(), Known.of(incident, feature));
            }
        }
        return new Step(changes, new KnownIncidents(next));
    }

    private static boolean isOpen(Incident incident) {
        return incident.status() == IncidentStatus.ACTIVE
                || incident.status() == IncidentStatus.PENDING;
    }

    private static Incident closed(Incident incident, Instant now) {
        return new Incident(
                incident.id(),
                incident.source(),
                incident.caseNumber(),
                incident.title(),
                incident.category(),
                incident.priority(),
                IncidentStatus.CLOSED,
                incident.fence(),
                incident.openedAt(),
                now,
                incident.expiresAt(),
                now,
                incident.protectedPlace(),
                incident.protectedPlaceApproved(),
                incident.exercise(),
                Math.max(incident.version() + 1, now.toEpochMilli()));
    }

    /**
     * The outcome of one document.
     *
     * @param changes new and changed incidents, and those that are over
     * @param state what is known once the changes are safe
     */
    record Step(List<Incident> changes, KnownIncidents state) {}

    private record Known(Incident incident, JsonNode feature, int absences) {

        static Known of(Incident incident, @Nullable JsonNode feature) {
            if (feature == null) {
                throw new IllegalStateException("an accepted incident without its feature");
            }
            return new Known(incident, feature, 0);
        }

        Known withAbsences(int count) {
            return new Known(incident, feature, count);
        }
    }
}
