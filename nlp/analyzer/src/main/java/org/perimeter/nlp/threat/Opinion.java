// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.perimeter.nlp.classifier.Cue;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.ArrayList;
import java.util.List;

/**
 * What the classifiers say of a post.
 *
 * @param threat log odds that it announces, wishes or incites violence
 * @param incident log odds that it is about an incident
 * @param forThreat the words that spoke most for a threat
 * @param forIncident the words that spoke most for an incident
 */
record Opinion(double threat, double incident, List<Cue> forThreat, List<Cue> forIncident) {

    /** No classifier was asked. */
    static final Opinion NONE = new Opinion(Double.NaN, Double.NaN, List.of(), List.of());

    Opinion {
        forThreat = List.copyOf(forThreat);
        forIncident = List.copyOf(forIncident);
    }

    /** Whether classifiers were asked at all. */
    boolean given() {
        return !Double.isNaN(threat);
    }

    /** The words behind a verdict that is theirs. */
    List<Cue> reasons(ThreatVerdict verdict) {
        List<Cue> reasons = new ArrayList<>();
        if (verdict.kind() == ThreatKind.THREAT) {
            reasons.addAll(forThreat);
        } else if (verdict.relevance() >= ThreatReader.THRESHOLD) {
            reasons.addAll(forIncident);
        }
        return reasons;
    }
}
