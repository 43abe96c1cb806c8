// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.EntityType;

import java.util.List;

/** Whether a name from the gazetteer means a place here, which one, and how surely. */
final class GazetteerReading {

    private static final double NEAR_METERS = 60_000;
    private static final int FAMOUS = 100_000;
    private static final int KNOWN = 15_000;
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
        if (!qualified && !means(context, best, near)) {
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

    private boolean means(MentionContext context, GazetteerPlace place, boolean near) {
        int people = place.kind().isRegion() ? Integer.MAX_VALUE : place.population();
        EntityType entity = context.entity();
        if (context.hashtag()) {
            return !suspicious(context)
                    && (near || people >= FAMOUS)
                    && context.name().length() > 3;
        }
        if (entity == EntityType.PERSON
                || (entity == EntityType.ORGANIZATION && !context.agency() && !context.located())) {
            return false;
        }
        boolean written = context.writtenAsName() || entity == EntityType.LOCATION;
        if (words.isCommon(context.name()) || context.name().length() < 3) {
            boolean initials = place.kind().isRegion() && context.name().length() == 2;
            boolean here = written && context.located() && people >= FAMOUS && near;
            return initials ? context.capitalized() : here;
        }
        if (words.isPerson(context.name())) {
            return ((written && context.located()) || entity == EntityType.LOCATION)
                    && (near || people >= KNOWN);
        }
        if (written) {
            boolean supported =
                    context.located() || context.agency() || entity == EntityType.LOCATION;
            boolean sure = supported || context.words() > 1;
            return near || people >= (sure ? KNOWN : FAMOUS);
        }
        boolean hinted = context.located() || context.words() > 1;
        return (people >= FAMOUS && (hinted || context.capitalized())) || (near && hinted);
    }

    private boolean suspicious(MentionContext context) {
        return words.isCommon(context.name()) || words.isPerson(context.name());
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
