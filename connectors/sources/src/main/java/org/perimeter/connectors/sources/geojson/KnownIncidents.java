// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
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

    /** What an earlier process made of the feed: known, but not by its words. */
    static KnownIncidents of(List<Incident> stored) {
        Map<String, Known> known = new LinkedHashMap<>();
        for (Incident incident : stored) {
            IncidentStatement said = IncidentStatement.of(incident);
            known.put(said.id(), new Known(said, MissingNode.getInstance(), 0));
        }
        return new KnownIncidents(known);
    }

    /**
     * The changes that one document brings, and what is known after it.
     *
     * @param features all features of the document by incident id
     * @param accepted those that are statements in due form
     * @param snapshot whether the document lists everything that is not over
     * @param now the wall clock
     */
    Step after(
            Map<String, JsonNode> features,
            List<IncidentStatement> accepted,
            boolean snapshot,
            Instant now) {
        List<IncidentStatement> changes = new ArrayList<>();
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
                    } else if (isOpen(before.said())) {
                        changes.add(closed(before.said(), now));
                    }
                });
        for (IncidentStatement incident : accepted) {
            JsonNode feature = features.get(incident.id());
            Known before = known.get(incident.id());
            if (before == null || !before.feature().equals(feature)) {
                changes.add(incident);
                next.put(incident.id(), Known.of(incident, feature));
            }
        }
        return new Step(changes, new KnownIncidents(next));
    }

    private static boolean isOpen(IncidentStatement incident) {
        return incident.status() == IncidentStatus.ACTIVE
                || incident.status() == IncidentStatus.PENDING;
    }

    private static IncidentStatement closed(IncidentStatement said, Instant now) {
        IncidentStatement.Times times = said.times();
        long revision =
                times.revision() == Long.MAX_VALUE
                        ? Long.MAX_VALUE
                        : Math.max(times.revision() + 1, now.toEpochMilli());
        return said.withStatus(IncidentStatus.CLOSED)
                .withTimes(
                        new IncidentStatement.Times(times.openedAt(), times.expiresAt(), revision));
    }

    /**
     * The outcome of one document.
     *
     * @param changes what is said anew, and that incidents are over
     * @param state what is known once the changes are safe
     */
    record Step(List<IncidentStatement> changes, KnownIncidents state) {}

    private record Known(IncidentStatement said, JsonNode feature, int absences) {

        static Known of(IncidentStatement said, @Nullable JsonNode feature) {
            if (feature == null) {
                throw new IllegalStateException("an accepted incident without its feature");
            }
            return new Known(said, feature, 0);
        }

        Known withAbsences(int count) {
            return new Known(said, feature, count);
        }
    }
}
