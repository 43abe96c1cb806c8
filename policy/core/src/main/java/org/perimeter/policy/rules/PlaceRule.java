// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

/** Whether a place is stated, fine and sure enough to let a post in. */
public final class PlaceRule {

    private final double mostMeters;
    private final double leastConfidence;

    private PlaceRule(double mostMeters, double leastConfidence) {
        this.mostMeters = mostMeters;
        this.leastConfidence = leastConfidence;
    }

    /** The rule with a rulebook's numbers. */
    public static PlaceRule of(Rulebook rulebook) {
        return new PlaceRule(
                rulebook.value(RuleId.PLACE_RADIUS), rulebook.value(RuleId.PLACE_CONFIDENCE));
    }

    /** {@link ReasonCode#ALLOWED}, or what speaks against the place. */
    @Control("COL-08")
    public ReasonCode judge(PlaceMention place) {
        if (place.basis() != PlaceBasis.STATED) {
            return ReasonCode.PLACE_INFERRED_ONLY;
        }
        boolean coarse = place.precision().compareTo(PlacePrecision.COUNTY) >= 0;
        // Written so that a value that is not a number is refused too.
        boolean fine = place.radiusMeters() <= mostMeters && place.confidence() >= leastConfidence;
        return coarse || !fine ? ReasonCode.PLACE_TOO_COARSE : ReasonCode.ALLOWED;
    }
}
