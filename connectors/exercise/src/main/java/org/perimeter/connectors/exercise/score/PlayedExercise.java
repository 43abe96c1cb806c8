// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.policy.model.alert.Alert;

import java.util.List;
import java.util.Map;

/**
 * What came of an exercise that was played, without any judgement.
 *
 * @param incidents by the id under which they ran
 * @param kept posts that were kept; also those that their authors deleted afterwards
 * @param documents document id to key of the post, over all incidents
 * @param alerts every version of each alert, oldest first
 * @param traces of the posts of packs, by key
 */
public record PlayedExercise(
        Map<String, IncidentPlan> incidents,
        List<KeptPost> kept,
        Map<String, String> documents,
        List<List<Alert>> alerts,
        Map<String, PostTrace> traces) {

    public PlayedExercise {
        incidents = Map.copyOf(incidents);
        kept = List.copyOf(kept);
        documents = Map.copyOf(documents);
        alerts = alerts.stream().map(List::copyOf).toList();
        traces = Map.copyOf(traces);
    }
}
