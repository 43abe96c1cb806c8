// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rules.RetentionSchedule;

import java.util.ArrayList;
import java.util.List;

/** The incidents of which posts may still be held, to which every delete must be told. */
final class HeldIncidents {

    private HeldIncidents() {}

    /** Their ids. */
    static List<String> of(ControlView control) {
        List<String> ids = new ArrayList<>();
        for (Incident incident : control.incidents()) {
            if (RetentionSchedule.mayHold(incident, control.now())) {
                ids.add(incident.id());
            }
        }
        return ids;
    }
}
