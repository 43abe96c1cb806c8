// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

/**
 * The ground truth about one text, as its writer means it.
 *
 * @param place key of the place it speaks of; {@code -} for none
 * @param kind report, threat or neither
 * @param category what a report or threat is about
 * @param verdict what ought to become of it
 */
public record TrueClaim(
        String place, ThreatKind kind, @Nullable IncidentCategory category, Admissible verdict) {

    /** The key of a text that names no place. */
    public static final String NOWHERE = "-";

    /** The truth about a post of the ordinary stream. */
    public static TrueClaim ordinary() {
        return new TrueClaim(NOWHERE, ThreatKind.NONE, null, Admissible.REFUSE);
    }
}
