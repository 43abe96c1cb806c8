// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * A watched area without an end, so that every post is read to the end.
 *
 * @param area where incidents are live
 */
record Everywhere(WatchedArea area) implements WatchedArea {

    @Override
    public List<Neighbourhood> neighbourhoods() {
        return area.neighbourhoods();
    }

    @Override
    public boolean isInside(GeoPoint point) {
        return true;
    }

    @Override
    public boolean isCounted(GeoPoint point) {
        return true;
    }
}
