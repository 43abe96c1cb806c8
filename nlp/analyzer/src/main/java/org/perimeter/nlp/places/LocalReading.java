// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.jurisdiction.LocalMatch;
import org.perimeter.nlp.jurisdiction.LocalPlace;
import org.perimeter.nlp.jurisdiction.Wording;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.reading.EntityType;

import java.util.Comparator;
import java.util.List;

/** Which local place a name means, and how surely, given where incidents are. */
final class LocalReading {

    private static final double NEAR_METERS = 5_000;

    private static final double NEARBY_CONFIDENCE = 0.6;
    private static final double ONE_PLACE_METERS = 400;

    /** A dispatcher's address lies at its landmark's door, not in its middle. */
    private static final double SCENE_METERS = 100;

    private final PlaceWords words;
    private final List<Neighbourhood> neighbourhoods;
    private final List<GeoPoint> corners;
    private final boolean elsewhere;

    /**
     * @param words which names are persons'
     * @param neighbourhoods of live incidents
     * @param corners corners and other exact places that the same post names
     * @param elsewhere whether the post names a city far from this jurisdiction
     */
    LocalReading(
            PlaceWords words,
            List<Neighbourhood> neighbourhoods,
            List<GeoPoint> corners,
            boolean elsewhere) {
        this.words = words;
        this.neighbourhoods = List.copyOf(neighbourhoods);
        this.corners = List.copyOf(corners);
        this.elsewhere = elsewhere;
    }

    /**
     * A decision for one name.
     *
     * @param place the place that is meant
     * @param radiusMeters radius of uncertainty: its extent, and where its namesakes are
     * @param confidence 0 to 1
     */
    record Choice(LocalPlace place, double radiusMeters, double confidence) {}

    /** The place that is meant; null when the words more likely mean no place, or none here. */
    @Nullable Choice choose(LocalMatch match, MentionContext context) {
        LocalPlace around = elsewhere ? null : around(match, context);
        if (around != null) {
            return new Choice(around, around.radiusMeters(), NEARBY_CONFIDENCE);
        }
        boolean town =
                !match.places().isEmpty()
                        && match.places().get(0).precision() == PlacePrecision.CITY;
        if (match.places().isEmpty() || !means(match, context) || (elsewhere && !town)) {
            return null;
        }
        List<LocalPlace> ranked =
                match.places().stream().sorted(Comparator.comparingDouble(this::reach)).toList();
        LocalPlace best = ranked.get(0);
        double spread =
                match.places().stream()
                        .mapToDouble(p -> EarthDistance.meters(p.point(), best.point()))
                        .max()
                        .orElse(0);
        boolean single = spread <= ONE_PLACE_METERS;
        boolean near = reach(best) <= 0;
        if (!single && partial(match) && corners.isEmpty() && !near) {
            return null;
        }
        double confidence = near ? 0.85 : 0.65;
        if (match.wording() != Wording.CLEAR) {
            confidence -= 0.1;
        }
        if (!single) {
            confidence -= corners.isEmpty() && !near ? 0.25 : 0.1;
        }
        double radius = single ? best.radiusMeters() + spread / 2 : best.radiusMeters();
        return new Choice(best, radius, Math.max(0.05, confidence));
    }

    /**
     * What the words mean because an incident is live around it: one place, or several of which
     * another fact of the post singles one out.
     */
    private @Nullable LocalPlace around(LocalMatch match, MentionContext context) {
        if (match.nearby().isEmpty() || !mayBeShort(match, context)) {
            return null;
        }
        List<LocalPlace> here =
                match.nearby().stream().sorted(Comparator.comparingDouble(this::reach)).toList();
        boolean one =
                here.stream()
                        .allMatch(
                                place ->
                                        EarthDistance.meters(place.point(), here.get(0).point())
                                                <= ONE_PLACE_METERS);
        return one || !corners.isEmpty() ? here.get(0) : scene(here);
    }

    /**
     * Among namesakes the one at which the incident is: where a pool is being cleared, {@code
     * Tuttle} is the pool. Null where that is none of them, or two.
     */
    private @Nullable LocalPlace scene(List<LocalPlace> namesakes) {
        List<LocalPlace> scenes =
                namesakes.stream()
                        .filter(
                                place ->
                                        neighbourhoods.stream()
                                                .anyMatch(n -> isAt(place, n.center())))
                        .toList();
        return scenes.size() == 1 ? scenes.get(0) : null;
    }

    private static boolean isAt(LocalPlace place, GeoPoint scene) {
        return place.precision() != PlacePrecision.NEIGHBOURHOOD
                && place.precision() != PlacePrecision.STREET
                && EarthDistance.meters(place.point(), scene) <= SCENE_METERS;
    }

    /** A single word may be a person's name or an ordinary one: then it must be placed. */
    private boolean mayBeShort(LocalMatch match, MentionContext context) {
        if (context.kin() || context.borne()) {
            return false;
        }
        boolean shop = context.possessive() && !match.places().isEmpty();
        boolean street = match.nearby().get(0).precision() == PlacePrecision.STREET;
        boolean placed = street || context.located() || context.definite();
        if (placed || shop || match.length() > 1) {
            return true;
        }
        boolean person = context.entity() == EntityType.PERSON || words.isPerson(context.name());
        return !person
                && (match.wording() == Wording.PART
                        || context.writtenAsName()
                        || (!match.places().isEmpty() && !words.isCommon(context.name())));
    }

    private static boolean means(LocalMatch match, MentionContext context) {
        boolean street = match.places().get(0).precision() == PlacePrecision.STREET;
        boolean named = context.writtenAsName() || context.hashtag();
        return switch (match.wording()) {
            case CLEAR -> true;
            case BARE ->
                    !context.kin()
                            // A street without its suffix is found only where a street is expected;
                            // a
                            // person is not.
                            && (named || context.located())
                            && (street || context.entity() != EntityType.PERSON);
            case PART -> named || context.located() || context.words() > 1;
            case ORDINARY ->
                    (context.located() && named)
                            || (context.words() > 1 && (named || context.definite()));
        };
    }

    private static boolean partial(LocalMatch match) {
        return match.wording() == Wording.PART || match.wording() == Wording.ORDINARY;
    }

    /** Metres beyond what still counts as near; other exact places of the post decide first. */
    private double reach(LocalPlace place) {
        double toCorner =
                corners.stream()
                        .mapToDouble(c -> EarthDistance.meters(c, place.point()))
                        .filter(d -> d > 0)
                        .min()
                        .orElse(0);
        double toIncident =
                neighbourhoods.stream()
                        .mapToDouble(
                                n ->
                                        EarthDistance.meters(n.center(), place.point())
                                                - n.radiusMeters()
                                                - NEAR_METERS)
                        .min()
                        .orElse(1);
        return corners.isEmpty() ? toIncident : toCorner + Math.max(0, toIncident);
    }
}
