// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.List;

/**
 * What a post's language says about violence or hazard, and why we think so. A candidate with a
 * score, never a finding of fact.
 *
 * @param kind none, report or threat
 * @param category what it is about; present exactly when the kind is not {@link ThreatKind#NONE}
 * @param score 0 to 1
 * @param probability that kind and category are right, 0 to 1, calibrated on posts that no part of
 *     the reading was made from; the score where nothing was calibrated
 * @param spans the evidence, in text order; what spoke against it may be listed for NONE
 */
public record ThreatFinding(
        ThreatKind kind,
        @Nullable IncidentCategory category,
        double score,
        double probability,
        List<EvidenceSpan> spans) {

    public ThreatFinding {
        // Absent in documents and in state that were written before there was one.
        probability = probability == 0 ? score : probability;
        spans = List.copyOf(spans);
        if ((kind == ThreatKind.NONE) != (category == null)) {
            throw new IllegalArgumentException("a finding other than NONE has a category");
        }
    }

    /** A finding that nothing calibrated: its score is all that is known of its probability. */
    public ThreatFinding(
            ThreatKind kind,
            @Nullable IncidentCategory category,
            double score,
            List<EvidenceSpan> spans) {
        this(kind, category, score, score, spans);
    }

    /** No threat language found. */
    public static ThreatFinding none() {
        return new ThreatFinding(ThreatKind.NONE, null, 0, List.of());
    }
}
