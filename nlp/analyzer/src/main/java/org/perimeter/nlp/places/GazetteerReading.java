// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.gazetteer.PlaceKind;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.reading.EntityType;

import java.util.List;

/** Whether a name from the gazetteer means a place here, which one, and how surely. */
final class GazetteerReading {

    private static final double NEAR_METERS = 100_000;
    private static final int FAMOUS = 100_000;
    private static final int KNOWN = 15_000;

    /** So large that even in lower case hardly anything else is meant. */
    private static final int UNMISTAKABLE = 1_000_000;

    /** What the recogniser calls a location may be a small one. */
    private static final int VILLAGE = 1_000;

    private static final int LONG_TAG = 9;
    private static final int SHORTEST_TAG = 3;
    private static final double CLEAR_MARGIN = 1;
    private static final double TIE_MARGIN = 0.3;

    private final PlaceWords words;
    private final TextRegions regions;
    private final CandidateScore scores;
    private final List<Neighbourhood> neighbourhoods;

    GazetteerReading(
            PlaceWords words,
            TextRegions regions,
            CandidateScore scores,
            List<Neighbourhood> neighbourhoods) {
        this.words = words;
        this.regions = regions;
        this.scores = scores;
        this.neighbourhoods = neighbourhoods;
    }

    /**
     * A decision for one name.
     *
     * @param place the place that is meant
     * @param confidence 0 to 1
     */
    record Choice(GazetteerPlace place, double confidence) {}

    /** The place that a name means; null when it more likely means none. */
    @Nullable Choice choose(NameMatch match, MentionContext context) {
        GazetteerPlace best = match.places().get(0);
        double bestScore = Double.NEGATIVE_INFINITY;
        double secondScore = Double.NEGATIVE_INFINITY;
        for (GazetteerPlace place : match.places()) {
            double score = scores.of(match, place);
            if (score > bestScore) {
                secondScore = bestScore;
                bestScore = score;
                best = place;
            } else {
                secondScore = Math.max(secondScore, score);
            }
        }
        boolean near = isNear(best);
        boolean qualified = regions.qualifies(match, best);
        if (!qualified && !means(match, context, best, near)) {
            return null;
        }
        return new Choice(best, confidence(context, near, qualified, bestScore - secondScore));
    }

    private boolean isNear(GazetteerPlace place) {
        return !place.kind().isRegion()
                && neighbourhoods.stream()
                        .anyMatch(
                                n ->
                                        EarthDistance.meters(n.center(), place.point())
                                                < NEAR_METERS + n.radiusMeters());
    }

    private boolean means(
            NameMatch match, MentionContext context, GazetteerPlace place, boolean near) {
        int people = place.kind().isRegion() ? Integer.MAX_VALUE : place.population();
        if (context.hashtag()) {
            return isTag(match, context, place, people, near);
        }
        if (context.borne() || context.kin() || isSomethingElse(context, place, people, near)) {
            return false;
        }
        return switch (place.kind()) {
            case POSTAL -> context.postal();
            case SPOT -> isSpot(context);
            default -> isNamed(match, context, place, people, near);
        };
    }

    private boolean isTag(
            NameMatch match,
            MentionContext context,
            GazetteerPlace place,
            int people,
            boolean near) {
        if (place.kind() == PlaceKind.COUNTRY) {
            return !words.isCommon(context.name());
        }
        if (context.name().length() <= SHORTEST_TAG) {
            return false;
        }
        if (words.isCommon(context.name()) || words.isPerson(context.name())) {
            return isLocation(context) && (near || people >= FAMOUS);
        }
        return near || people >= wanted(context) || named(match, place);
    }

    /** A famous place by its name, an airport by its letters where a place is expected. */
    private static boolean isSpot(MentionContext context) {
        return context.words() > 1
                ? context.writtenAsName() || context.located()
                : context.capitals() && context.located();
    }

    /** Whether the recogniser reads the words as a person or an organisation, and rightly so. */
    private boolean isSomethingElse(
            MentionContext context, GazetteerPlace place, int people, boolean near) {
        boolean known = near || people >= KNOWN;
        boolean clear =
                context.words() > 1
                        && (place.kind().isRegion() || place.kind() == PlaceKind.COUNTY);
        if (clear || (known && context.institution())) {
            return false;
        }
        if (context.entity() == EntityType.PERSON) {
            boolean ambiguous = !context.alone() || words.isPerson(context.name());
            boolean official = context.agency() || (context.alone() && context.located());
            return ambiguous && !(official && known);
        }
        // A government is often called by its country, a team or a council by its town.
        boolean seat = context.alone() && (place.kind().isRegion() || near);
        return context.entity() == EntityType.ORGANIZATION
                && !seat
                && !context.agency()
                && !context.located();
    }

    /** A hashtag is a place's if it is long, or the recogniser says so. */
    private static int wanted(MentionContext context) {
        if (isLocation(context)) {
            return VILLAGE;
        }
        return context.name().length() >= LONG_TAG ? KNOWN : FAMOUS;
    }

    private static boolean isLocation(MentionContext context) {
        return context.entity() == EntityType.LOCATION && context.alone();
    }

    /** Whether the post names the state or country that the place is in. */
    private boolean named(NameMatch match, GazetteerPlace place) {
        return regions.namesStateOf(match, place) || regions.namesCountryOf(match, place);
    }

    private boolean isNamed(
            NameMatch match,
            MentionContext context,
            GazetteerPlace place,
            int people,
            boolean near) {
        boolean location = context.entity() == EntityType.LOCATION;
        boolean written = context.writtenAsName() || location;
        if (words.isCommon(context.name()) || context.name().length() < 3) {
            boolean initials = place.kind().isRegion() && context.name().length() == 2;
            boolean here = written && context.located() && people >= FAMOUS && near;
            boolean known =
                    context.writtenAsName() && isLocation(context) && (near || people >= FAMOUS);
            return initials ? context.capitalized() : here || known;
        }
        boolean supported = context.located() || context.agency() || location;
        if (words.isPerson(context.name())) {
            return (written && supported) && (near || people >= KNOWN);
        }
        if (written) {
            boolean sure = supported || context.words() > 1;
            int enough = isLocation(context) ? VILLAGE : sure ? KNOWN : FAMOUS;
            boolean sureName =
                    place.kind() != PlaceKind.COUNTY || context.words() > 1 || isLocation(context);
            return near || named(match, place) || (people >= enough && sureName);
        }
        if (place.kind().isRegion()) {
            return true;
        }
        boolean hinted = context.located() || context.words() > 1;
        return people >= UNMISTAKABLE
                || (people >= FAMOUS && (hinted || context.capitalized()))
                || (near && hinted);
    }

    private static double confidence(
            MentionContext context, boolean near, boolean qualified, double margin) {
        double confidence = 0.45;
        confidence += context.writtenAsName() ? 0.1 : 0;
        confidence += context.located() ? 0.1 : 0;
        confidence += context.entity() == EntityType.LOCATION ? 0.1 : 0;
        confidence += near ? 0.15 : 0;
        confidence += qualified ? 0.25 : 0;
        if (margin >= CLEAR_MARGIN) {
            confidence += 0.1;
        } else if (margin < TIE_MARGIN) {
            confidence -= 0.2;
        }
        return Math.max(0.05, Math.min(0.98, confidence));
    }
}
