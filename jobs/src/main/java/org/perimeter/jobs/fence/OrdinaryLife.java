// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.alerting.CategoryGroup;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.rules.PlaceRule;

import java.time.Instant;
import java.util.List;

/**
 * Counts what is said in town where no incident is open: what alerts are compared with. Numbers
 * only; of the posts nothing stays. How long was listened is counted where it is known, at the
 * collection gate.
 */
final class OrdinaryLife {

    private final Tally tally;
    private final List<BoundingBox> towns;

    /**
     * @param towns the jurisdictions; what lies in none of them is not counted
     */
    OrdinaryLife(Tally tally, List<BoundingBox> towns) {
        this.tally = tally;
        this.towns = List.copyOf(towns);
    }

    /** Whether a point lies in a town whose ordinary life is counted. */
    boolean isInTown(GeoPoint point) {
        return towns.stream().anyMatch(town -> town.contains(point));
    }

    /**
     * A new post lies in no fence.
     *
     * @param rule which places may let a post in; null while no rulebook is in force
     */
    void heard(
            ThreatFinding said, List<PlaceMention> places, @Nullable PlaceRule rule, Instant at) {
        if (said.kind() == ThreatKind.NONE || said.category() == null || rule == null) {
            return;
        }
        boolean inTown =
                places.stream()
                        .filter(place -> rule.judge(place) == ReasonCode.ALLOWED)
                        .anyMatch(place -> isInTown(place.point()));
        if (inTown) {
            tally.add(TownNoise.name(said.kind(), CategoryGroup.of(said.category()), at));
        }
    }
}
