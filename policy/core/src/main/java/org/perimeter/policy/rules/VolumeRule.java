// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

/** Whether an incident may take one more post. */
final class VolumeRule {

    private final double most;

    private VolumeRule(double most) {
        this.most = most;
    }

    /** The rule with a rulebook's number. */
    static VolumeRule of(Rulebook rulebook) {
        return new VolumeRule(rulebook.value(RuleId.VOLUME));
    }

    /**
     * Whether there is room.
     *
     * @param admitted how many posts the incident has
     */
    @Control("COL-09")
    boolean hasRoom(long admitted) {
        return admitted < most;
    }
}
