// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.connectors.exercise.scenario.Admissible;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.List;
import java.util.Objects;

/**
 * Scores alerts: an alert is right when the incident's plan expects its kind and category and most
 * of the posts behind it say so in truth.
 */
final class AlertJudge {

    private final TruthBook truth;
    private final RunEvidence evidence;

    AlertJudge(TruthBook truth, RunEvidence evidence) {
        this.truth = truth;
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
                                        supporting(alert) + " of " + alert.postIds().size(),
                                        isRight(alert) ? "right" : "wrong"))
                .sorted()
                .toList();
    }

    private boolean isRight(Alert alert) {
        boolean expected =
                evidence.incidents().stream()
                        .filter(incident -> incident.incidentId().equals(alert.incidentId()))
                        .anyMatch(incident -> expects(incident.plan(), alert));
        return expected && supporting(alert) * 2 > alert.postIds().size();
    }

    private long supporting(Alert alert) {
        return alert.postIds().stream()
                .filter(id -> supports(id, alert.kind(), alert.category()))
                .count();
    }

    private static boolean expects(IncidentPlan plan, Alert alert) {
        return plan.alerts().stream()
                .anyMatch(
                        expected ->
                                expected.kind() == alert.kind()
                                        && expected.category() == alert.category());
    }

    private boolean supports(String document, ThreatKind kind, IncidentCategory category) {
        String key = evidence.documents().get(document);
        return key != null
                && truth.find(key)
                        .filter(post -> post.claim().verdict() == Admissible.ADMIT)
                        .filter(post -> post.claim().kind() == kind)
                        .filter(post -> Objects.equals(post.claim().category(), category))
                        .isPresent();
    }
}
