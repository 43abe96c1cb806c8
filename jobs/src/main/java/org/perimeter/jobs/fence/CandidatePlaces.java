// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostPlace;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.rules.ElsewhereRule;
import org.perimeter.policy.rules.PlaceRule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The places by which a post can lie inside a fence, best first. */
public final class CandidatePlaces {

    /** The smaller uncertainty first, then the greater confidence. */
    private static final Comparator<PlaceMention> SURE_FIRST =
            Comparator.comparingDouble(PlaceMention::radiusMeters)
                    .thenComparing(Comparator.comparingDouble(PlaceMention::confidence).reversed());

    private static final double POINT_METERS = 100;
    private static final double STREET_METERS = 1_000;
    private static final double CITY_METERS = 25_000;

    private CandidatePlaces() {}

    /**
     * Places of the text and of the platform, best first: those that may admit a post, then the
     * surer ones. The platform's position is left out where the text speaks of another town alone.
     *
     * @param rule which places may admit; null when no rulebook is in force
     */
    public static List<PlaceMention> of(Post post, Analysis analysis, @Nullable PlaceRule rule) {
        List<PlaceMention> places = new ArrayList<>(analysis.places());
        boolean platformKnown =
                places.stream().anyMatch(place -> place.evidence() != PlaceEvidence.TEXT);
        if (post.place() != null && !platformKnown) {
            places.add(mention(post.place()));
        }
        List<PlaceMention> named = List.copyOf(places);
        places.removeIf(
                place ->
                        place.evidence() != PlaceEvidence.TEXT
                                && !ElsewhereRule.counts(place, named, post.text()));
        Comparator<PlaceMention> admittingFirst =
                Comparator.comparing(
                        place -> rule == null || rule.judge(place) != ReasonCode.ALLOWED);
        places.sort(admittingFirst.thenComparing(SURE_FIRST));
        return places;
    }

    private static PlaceMention mention(PostPlace place) {
        return new PlaceMention(
                "",
                0,
                0,
                place.point(),
                place.radiusMeters(),
                place.evidence(),
                PlaceBasis.STATED,
                precision(place.radiusMeters()),
                "platform:" + place.evidence(),
                1);
    }

    private static PlacePrecision precision(double radiusMeters) {
        if (radiusMeters <= POINT_METERS) {
            return PlacePrecision.POINT;
        }
        if (radiusMeters <= STREET_METERS) {
            return PlacePrecision.STREET;
        }
        return radiusMeters <= CITY_METERS ? PlacePrecision.CITY : PlacePrecision.COUNTY;
    }
}
