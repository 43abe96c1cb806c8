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
 * @param spans the evidence, in text order; what spoke against it may be listed for NONE
 */
public record ThreatFinding(
        ThreatKind kind,
        @Nullable IncidentCategory category,
        double score,
        List<EvidenceSpan> spans) {

    public ThreatFinding {
        spans = List.copyOf(spans);
        if ((kind == ThreatKind.NONE) != (category == null)) {
            throw new IllegalArgumentException("a finding other than NONE has a category");
        }
    }

    /** No threat language found. */
    public static ThreatFinding none() {
        return new ThreatFinding(ThreatKind.NONE, null, 0, List.of());
    }
}
