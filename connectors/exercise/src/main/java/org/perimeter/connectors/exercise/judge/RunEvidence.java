// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.policy.model.alert.Alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was observed, without any judgement.
 *
 * @param incidents that were opened
 * @param sightings every document that a search ever found, by id
 * @param documents what each document is: document id to key of the post, over all incidents
 * @param stillThere ids of documents or identity entries of deleted posts that still exist
 * @param alerts all alerts, in their last state
 * @param tallies counts of the gates
 * @param held documents that the store holds
 * @param heldOutside documents that belong to no incident of the exercise or lie outside its fence
 */
record RunEvidence(
        List<OpenedIncident> incidents,
        Map<String, Sighting> sightings,
        Map<String, String> documents,
        List<String> stillThere,
        List<Alert> alerts,
        Map<String, Long> tallies,
        long held,
        long heldOutside) {

    RunEvidence {
        incidents = List.copyOf(incidents);
        sightings = Map.copyOf(sightings);
        documents = Map.copyOf(documents);
        stillThere = List.copyOf(stillThere);
        alerts = List.copyOf(alerts);
        tallies = Map.copyOf(tallies);
    }

    /** What of it concerns one incident; the counts of the gates and the store stay whole. */
    RunEvidence of(OpenedIncident incident) {
        String id = incident.incidentId();
        Map<String, Sighting> own = new HashMap<>(sightings);
        own.values().removeIf(sighting -> !sighting.post().incidentId().equals(id));
        return new RunEvidence(
                List.of(incident),
                own,
                documents,
                stillThere,
                alerts.stream().filter(alert -> alert.incidentId().equals(id)).toList(),
                tallies,
                held,
                heldOutside);
    }
}
