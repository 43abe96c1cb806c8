// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.model.Incident;
import org.perimeter.policy.model.IncidentStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How long incidents were open, by their own times. */
final class OpenTime {

    private OpenTime() {}

    /** When the incident stopped being live, or will by itself. */
    static Instant end(Incident incident) {
        Instant closed = incident.closedAt();
        return closed != null && closed.isBefore(incident.expiresAt())
                ? closed
                : incident.expiresAt();
    }

    /** Time up to now during which at least one of the incidents was open; overlaps count once. */
    static Duration atLeastOne(List<Incident> incidents, Instant now) {
        List<Incident> byOpening =
                incidents.stream()
                        .filter(incident -> incident.status() != IncidentStatus.PENDING)
                        .sorted(Comparator.comparing(Incident::openedAt))
                        .toList();
        Duration open = Duration.ZERO;
        Instant covered = Instant.MIN;
        for (Incident incident : byOpening) {
            Instant from = incident.openedAt().isAfter(covered) ? incident.openedAt() : covered;
            Instant to = end(incident).isBefore(now) ? end(incident) : now;
            if (to.isAfter(from)) {
                open = open.plus(Duration.between(from, to));
                covered = to;
            }
        }
        return open;
    }
}
