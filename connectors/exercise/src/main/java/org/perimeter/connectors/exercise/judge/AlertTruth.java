// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.connectors.exercise.scenario.Admissible;
import org.perimeter.connectors.exercise.scenario.ExpectedAlert;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.policy.model.alert.Alert;

import java.util.Map;
import java.util.Objects;

/**
 * Tells whether an alert is right: the incident's plan expects its kind and category, and most of
 * the posts behind it say so in truth.
 */
public final class AlertTruth {

    private final TruthBook truth;
    private final Map<String, String> documents;

    /**
     * @param documents document id to key of the post
     */
    public AlertTruth(TruthBook truth, Map<String, String> documents) {
        this.truth = truth;
        this.documents = Map.copyOf(documents);
    }

    /** Whether it is. */
    public boolean isRight(IncidentPlan plan, Alert alert) {
        return plan.alerts().contains(new ExpectedAlert(alert.kind(), alert.category()))
                && supporting(alert) * 2 > alert.postIds().size();
    }

    /** How many of the posts behind it say so in truth. */
    public long supporting(Alert alert) {
        return alert.postIds().stream().filter(id -> supports(id, alert)).count();
    }

    private boolean supports(String document, Alert alert) {
        String key = documents.get(document);
        return key != null
                && truth.find(key)
                        .filter(post -> post.claim().verdict() == Admissible.ADMIT)
                        .filter(post -> post.claim().kind() == alert.kind())
                        .filter(post -> Objects.equals(post.claim().category(), alert.category()))
                        .isPresent();
    }
}
