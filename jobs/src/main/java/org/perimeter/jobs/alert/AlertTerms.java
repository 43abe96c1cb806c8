// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.alerting.AlertRules;
import org.perimeter.policy.model.alert.RulePrecision;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.review.ReviewTerms;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Under what alerts are judged at this moment. */
final class AlertTerms {

    private final ControlView control;
    private final Function<Instant, Map<String, RulePrecision>> pasts;
    private final Function<Instant, TownLife> towns;
    private final String models;

    /**
     * @param pasts what analysts made of each rule's alerts up to an instant
     * @param towns what the town was like up to an instant
     * @param models version of the models that read the posts
     */
    AlertTerms(
            ControlView control,
            Function<Instant, Map<String, RulePrecision>> pasts,
            Function<Instant, TownLife> towns,
            String models) {
        this.control = control;
        this.pasts = pasts;
        this.towns = towns;
        this.models = models;
    }

    /** For an incident; empty while it, or a rulebook, is not known. */
    Optional<ReviewTerms> of(String incidentId) {
        Incident incident = control.incident(incidentId);
        Rulebook rulebook = control.rulebook();
        if (incident == null || rulebook == null) {
            return Optional.empty();
        }
        TownLife town = towns.apply(control.now());
        return Optional.of(
                new ReviewTerms(
                        incident,
                        AlertRules.of(rulebook),
                        town.noise(),
                        town.share(incident.fence()),
                        pasts.apply(control.now()),
                        models,
                        control.now()));
    }
}
