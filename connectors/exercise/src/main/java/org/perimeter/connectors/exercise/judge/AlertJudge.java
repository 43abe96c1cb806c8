// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.policy.model.alert.Alert;

import java.util.List;

/** Scores the alerts of a run. */
final class AlertJudge {

    private final AlertTruth truth;
    private final RunEvidence evidence;

    AlertJudge(TruthBook truth, RunEvidence evidence) {
        this.truth = new AlertTruth(truth, evidence.documents());
        this.evidence = evidence;
    }

    /** Alerts against what was expected. */
    Score score() {
        long wanted =
                evidence.incidents().stream()
                        .mapToLong(incident -> incident.plan().alerts().size())
                        .sum();
        long right = evidence.alerts().stream().filter(this::isRight).count();
        return new Score(right, evidence.alerts().size(), wanted);
    }

    /** Each alert with how many of the posts behind it say so in truth; the wrong ones say that. */
    List<String> described() {
        return evidence.alerts().stream()
                .map(
                        alert ->
                                String.join(
                                        " ",
                                        alert.incidentId(),
                                        alert.kind().name(),
                                        alert.category().name(),
                                        truth.supporting(alert) + " of " + alert.postIds().size(),
                                        isRight(alert) ? "right" : "wrong"))
                .sorted()
                .toList();
    }

    private boolean isRight(Alert alert) {
        return evidence.incidents().stream()
                .filter(incident -> incident.incidentId().equals(alert.incidentId()))
                .anyMatch(incident -> truth.isRight(incident.plan(), alert));
    }
}
