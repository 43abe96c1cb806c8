// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.jobs.control.ControlView;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.model.incident.Incident;

import java.util.ArrayList;
import java.util.List;

/** The neighbourhoods of all incidents that are live, as places are looked for in them. */
public final class LiveNeighbourhoods {

    private LiveNeighbourhoods() {}

    /** Those of a view, now. */
    public static List<Neighbourhood> of(ControlView control) {
        List<Neighbourhood> live = new ArrayList<>();
        for (Incident incident : control.incidents()) {
            if (incident.isLive(control.now())) {
                FenceGeometry fence = FenceGeometry.of(incident.fence());
                live.add(new Neighbourhood(fence.center(), fence.radiusMeters()));
            }
        }
        return live;
    }
}
