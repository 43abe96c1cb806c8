// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The incidents of which posts may still be held, to which every delete must be told. */
final class HeldIncidents {

    /** The longest bound that the rulebook's schema allows for a post, with a margin. */
    private static final Duration LONGEST = Duration.ofDays(40);

    private HeldIncidents() {}

    /** Their ids. */
    static List<String> of(ControlView control) {
        List<String> ids = new ArrayList<>();
        for (Incident incident : control.incidents()) {
            boolean everLive = incident.status() != IncidentStatus.PENDING;
            if (everLive && control.now().isBefore(end(incident).plus(LONGEST))) {
                ids.add(incident.id());
            }
        }
        return ids;
    }

    private static Instant end(Incident incident) {
        Instant closed = incident.closedAt();
        return closed != null && closed.isAfter(incident.expiresAt())
                ? closed
                : incident.expiresAt();
    }
}
