// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.alerting.CategoryGroup;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts what is said in town where no incident is open, and how long was listened: what alerts are
 * compared with. Numbers only; of the posts nothing stays.
 */
final class OrdinaryLife {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Tally tally;
    private final boolean keepsTime;
    private @Nullable Instant minuteBegan;

    /**
     * @param keepsTime whether this one counts the minutes; of several that share the posts of a
     *     town, one does
     */
    OrdinaryLife(Tally tally, boolean keepsTime) {
        this.tally = tally;
        this.keepsTime = keepsTime;
    }

    /** A new post with a place in town lies in no fence. */
    void heard(ThreatFinding said, Instant at) {
        if (said.kind() != ThreatKind.NONE && said.category() != null) {
            tally.add(TownNoise.name(said.kind(), CategoryGroup.of(said.category()), at));
        }
    }

    /** Time went on. */
    void listened(Instant now) {
        if (!keepsTime) {
            return;
        }
        if (minuteBegan == null || now.isAfter(minuteBegan.plus(MINUTE.multipliedBy(2)))) {
            // Nobody listened in between.
            minuteBegan = now;
        } else if (!now.isBefore(minuteBegan.plus(MINUTE))) {
            tally.add(TownNoise.minutes(now));
            minuteBegan = minuteBegan.plus(MINUTE);
        }
    }
}
