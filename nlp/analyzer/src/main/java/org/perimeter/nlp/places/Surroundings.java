// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.nlp.jurisdiction.LocalMatch;
import org.perimeter.nlp.jurisdiction.LocalPlace;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.ArrayList;
import java.util.List;

/** What lies around live incidents, where people call things by short names. */
final class Surroundings {

    /** So far beyond an incident's circle. */
    private static final double REACH_METERS = 1_500;

    private final List<Neighbourhood> neighbourhoods;

    Surroundings(List<Neighbourhood> neighbourhoods) {
        this.neighbourhoods = List.copyOf(neighbourhoods);
    }

    /**
     * The matches without what they would mean nearby and does not lie around an incident. Of two
     * that overlap the longer stays, else the first.
     */
    List<LocalMatch> of(List<LocalMatch> matches) {
        List<LocalMatch> here = around(matches);
        List<LocalMatch> kept = new ArrayList<>(here.size());
        for (int i = 0; i < here.size(); i++) {
            if (!isCovered(i, here)) {
                kept.add(here.get(i));
            }
        }
        return kept;
    }

    private static boolean isCovered(int at, List<LocalMatch> all) {
        LocalMatch match = all.get(at);
        for (int i = 0; i < all.size(); i++) {
            LocalMatch other = all.get(i);
            boolean better =
                    other.length() > match.length() || (other.length() == match.length() && i < at);
            if (better && match.overlaps(other.firstToken(), other.lastToken())) {
                return true;
            }
        }
        return false;
    }

    private List<LocalMatch> around(List<LocalMatch> matches) {
        List<LocalMatch> left = new ArrayList<>(matches.size());
        for (LocalMatch match : matches) {
            LocalMatch here =
                    match.nearby().isEmpty()
                            ? match
                            : match.withNearby(
                                    match.nearby().stream().filter(this::isAround).toList());
            if (!here.places().isEmpty() || !here.nearby().isEmpty()) {
                left.add(here);
            }
        }
        return left;
    }

    private boolean isAround(LocalPlace place) {
        double reach =
                REACH_METERS
                        + (place.precision() == PlacePrecision.STREET ? place.radiusMeters() : 0);
        return neighbourhoods.stream()
                .anyMatch(
                        n ->
                                EarthDistance.meters(n.center(), place.point())
                                        <= n.radiusMeters() + reach);
    }
}
