// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * What is watched now: the fences of live incidents and, for what is usual there, the towns.
 *
 * @param fences change while this is in use
 */
record Watch(LiveFences fences, OrdinaryLife ordinary) implements WatchedArea {

    @Override
    public List<Neighbourhood> neighbourhoods() {
        return fences.neighbourhoods();
    }

    @Override
    public boolean isInside(GeoPoint point) {
        return fences.cover(point);
    }

    @Override
    public boolean isCounted(GeoPoint point) {
        return ordinary.isInTown(point);
    }
}
