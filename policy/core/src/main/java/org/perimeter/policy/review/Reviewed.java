// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.review;

import org.perimeter.policy.alerting.AlertMemory;
import org.perimeter.policy.model.alert.Alert;

import java.util.List;

/**
 * What a review changed.
 *
 * @param memory with the newest version of every alert
 * @param changed alerts that are new or read differently now
 */
public record Reviewed(AlertMemory memory, List<Alert> changed) {

    public Reviewed {
        changed = List.copyOf(changed);
    }

    /** Nothing. */
    public static Reviewed unchanged(AlertMemory memory) {
        return new Reviewed(memory, List.of());
    }
}
