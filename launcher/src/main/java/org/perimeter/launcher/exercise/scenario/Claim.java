// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.exercise.scenario;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.IncidentCategory;
import org.perimeter.policy.model.ThreatKind;

/**
 * The ground truth about one text, as its writer means it.
 *
 * @param place key of the place it speaks of; {@code -} for none
 * @param kind report, threat or neither
 * @param category what a report or threat is about
 * @param verdict what ought to become of it
 */
public record Claim(
        String place, ThreatKind kind, @Nullable IncidentCategory category, Verdict verdict) {

    /** The key of a text that names no place. */
    public static final String NOWHERE = "-";

    /** The truth about a post of the ordinary stream. */
    public static Claim ordinary() {
        return new Claim(NOWHERE, ThreatKind.NONE, null, Verdict.REFUSE);
    }
}
