// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * Where somebody waits for posts. A post of which no name can lie there need not be read to the
 * end.
 */
public interface WatchedArea {

    /** Where incidents are live: names near them are read there first. */
    List<Neighbourhood> neighbourhoods();

    /** Whether a post that lies here lies inside the fence of a live incident. */
    boolean isInside(GeoPoint point);

    /** Whether reports from here are counted though no incident is. */
    boolean isCounted(GeoPoint point);
}
