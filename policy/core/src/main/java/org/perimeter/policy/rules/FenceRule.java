// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.fence.ClaimedArea;
import org.perimeter.policy.fence.FenceCheck;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.fence.FenceProblem;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a shape may be a fence: a sound one, no larger than the rulebook allows. */
public final class FenceRule {

    private final double mostKm;
    private final double mostKm2;

    /**
     * @param mostKm greatest distance from the centre to the edge, in kilometres
     * @param mostKm2 greatest area in square kilometres
     */
    public FenceRule(double mostKm, double mostKm2) {
        this.mostKm = mostKm;
        this.mostKm2 = mostKm2;
    }

    /** The rule with a rulebook's numbers. */
    public static FenceRule of(Rulebook rulebook) {
        return new FenceRule(
                rulebook.value(RuleId.FENCE_RADIUS), rulebook.value(RuleId.FENCE_AREA));
    }

    /** Lists what speaks against the fence; empty when it is lawful. */
    @Control("COL-02")
    public List<FenceProblem> judge(Fence fence) {
        List<FenceProblem> problems = new ArrayList<>(FenceCheck.check(fence));
        // A ring that is none has neither radius nor area.
        if (!FenceCheck.isMeasurable(fence)) {
            return List.copyOf(problems);
        }
        FenceGeometry geometry = FenceGeometry.of(fence);
        if (!allows(geometry)) {
            double km = geometry.radiusMeters() / 1000;
            problems.add(new FenceProblem("", tooLarge("radius", km, mostKm, "km")));
        }
        double km2 = ClaimedArea.squareMeters(fence) / 1e6;
        // Written so that an area that is not a number is refused too.
        if (!(km2 <= mostKm2)) {
            problems.add(new FenceProblem("", tooLarge("area", km2, mostKm2, "km²")));
        }
        return List.copyOf(problems);
    }

    /** Whether a fence that was lawful once reaches no further than it may now. */
    @Control("COL-02")
    boolean allows(FenceGeometry fence) {
        // Written so that a radius that is not a number is refused too.
        return fence.radiusMeters() / 1000 <= mostKm;
    }

    private static String tooLarge(String what, double is, double most, String unit) {
        return String.format(
                Locale.ROOT,
                "The fence's %s is %.2f %s; the rulebook allows at most %.2f %s.",
                what,
                is,
                unit,
                most,
                unit);
    }
}
