// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.review.ReviewTerms;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.AlertRules;

import java.util.Optional;

/** Under what alerts are judged at this moment. */
final class AlertTerms {

    private final ControlView control;
    private final PastPrecisions pasts;
    private final String models;

    AlertTerms(ControlView control, Stores stores, String models) {
        this.control = control;
        this.pasts = new PastPrecisions(stores.dispositions());
        this.models = models;
    }

    /** For an incident; empty while it, or a rulebook, is not known. */
    Optional<ReviewTerms> of(String incidentId) {
        Incident incident = control.incident(incidentId);
        Rulebook rulebook = control.rulebook();
        if (incident == null || rulebook == null) {
            return Optional.empty();
        }
        AlertRules rules = AlertRules.of(rulebook);
        return Optional.of(
                new ReviewTerms(
                        incident,
                        rules,
                        TownNoise.UNKNOWN,
                        1,
                        pasts.at(control.now()),
                        models,
                        control.now()));
    }
}
