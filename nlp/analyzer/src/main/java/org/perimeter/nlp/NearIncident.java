// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.threat.PlacesNamed;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.List;

/**
 * Tells whether a post's places lie where an incident is live. A city, a county, a state or a
 * country is nowhere in particular and never does.
 */
final class NearIncident {

    private NearIncident() {}

    /** What the places of a post are to the live incidents. */
    static PlacesNamed judge(List<PlaceMention> places, List<Neighbourhood> neighbourhoods) {
        if (places.isEmpty()) {
            return PlacesNamed.NONE;
        }
        return places.stream().anyMatch(place -> isNear(place, neighbourhoods))
                ? PlacesNamed.NEAR_INCIDENT
                : PlacesNamed.SOMEWHERE;
    }

    private static boolean isNear(PlaceMention place, List<Neighbourhood> neighbourhoods) {
        return place.precision().compareTo(PlacePrecision.CITY) < 0
                && neighbourhoods.stream().anyMatch(near -> isInside(place, near));
    }

    private static boolean isInside(PlaceMention place, Neighbourhood near) {
        return EarthDistance.meters(place.point(), near.center()) <= near.radiusMeters();
    }
}
