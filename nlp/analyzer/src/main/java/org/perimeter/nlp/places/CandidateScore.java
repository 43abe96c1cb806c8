// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.gazetteer.PlaceKind;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of several places of one name is meant: population, kind, states and countries in the text,
 * other places nearby, and the neighbourhood of live incidents. The weights were set by hand on
 * development corpora.
 */
final class CandidateScore {

    private static final double COUNTRY_BONUS = 0.7;
    private static final double STATE_BONUS = 0.4;

    /** English posts that name Georgia mean the state. */
    private static final double HOME_STATE_BONUS = 1;

    private static final String HOME = "US";

    /** Elsewhere a first-level area mostly bears the name of its city, and the city is meant. */
    private static final Set<String> KNOWN_BY_STATES =
            Set.of("US", "CA", "AU", "IN", "BR", "MX", "DE", "GB", "MY", "NG");

    private static final double NAMESAKE_AREA = -1;
    private static final double STATE_NAMED = 1.6;
    private static final double COUNTRY_NAMED = 0.8;
    private static final double QUALIFIED = 6;
    private static final double COMPANION = 0.5;
    private static final int MOST_COMPANIONS = 3;
    private static final int MOST_LIKELY = 30;
    private static final double COMPANION_METERS = 100_000;
    private static final double PRIOR = 4;
    private static final double PRIOR_REACH_METERS = 120_000;

    private final TextRegions regions;
    private final Map<GazetteerPlace, Integer> likely;
    private final List<Neighbourhood> neighbourhoods;

    CandidateScore(
            TextRegions regions, List<NameMatch> matches, List<Neighbourhood> neighbourhoods) {
        this.regions = regions;
        this.likely = likely(matches);
        this.neighbourhoods = neighbourhoods;
    }

    double of(NameMatch match, GazetteerPlace place) {
        double score = Math.log10(place.population() + 10.0);
        if (place.kind() == PlaceKind.COUNTRY) {
            return score + COUNTRY_BONUS;
        }
        if (place.kind() == PlaceKind.STATE) {
            if (!knownAsState(match, place)) {
                return score + NAMESAKE_AREA;
            }
            return score + (place.country().equals(HOME) ? HOME_STATE_BONUS : STATE_BONUS);
        }
        if (regions.namesStateOf(match, place)) {
            score += STATE_NAMED;
        } else if (regions.namesCountryOf(match, place)) {
            score += COUNTRY_NAMED;
        }
        if (regions.qualifies(match, place)) {
            score += QUALIFIED;
        }
        return score + companions(match, place.point()) * COMPANION + prior(place.point());
    }

    private static boolean knownAsState(NameMatch match, GazetteerPlace state) {
        return KNOWN_BY_STATES.contains(state.country())
                && match.places().stream()
                        .noneMatch(
                                p ->
                                        p.kind() == PlaceKind.CITY
                                                && p.admin1().equals(state.admin1())
                                                && p.population() * 5L >= state.population());
    }

    /** The places that the names most likely mean, and how often; only so many, to bound time. */
    private static Map<GazetteerPlace, Integer> likely(List<NameMatch> matches) {
        Map<GazetteerPlace, Integer> likely = new LinkedHashMap<>();
        for (NameMatch match : matches) {
            GazetteerPlace top = match.places().get(0);
            if (!top.kind().isRegion()
                    && (likely.size() < MOST_LIKELY || likely.containsKey(top))) {
                likely.merge(top, 1, Integer::sum);
            }
        }
        return likely;
    }

    private int companions(NameMatch match, GeoPoint point) {
        int companions = 0;
        for (Map.Entry<GazetteerPlace, Integer> other : likely.entrySet()) {
            boolean own = other.getKey().equals(match.places().get(0));
            int times = own ? other.getValue() - 1 : other.getValue();
            if (times > 0
                    && EarthDistance.meters(other.getKey().point(), point) < COMPANION_METERS) {
                companions += times;
            }
        }
        return Math.min(MOST_COMPANIONS, companions);
    }

    private double prior(GeoPoint point) {
        double prior = 0;
        for (Neighbourhood near : neighbourhoods) {
            double far =
                    EarthDistance.meters(near.center(), point)
                            / (PRIOR_REACH_METERS + near.radiusMeters());
            prior = Math.max(prior, PRIOR / (1 + far * far));
        }
        return prior;
    }
}
