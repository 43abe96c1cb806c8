// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.street.StreetMention;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stretches of a street: {@code Main between 5th and 6th}, {@code between 5th and 6th on Main}. The
 * two names behind {@code between} are no corner, even where they meet.
 */
final class Stretches {

    private static final Set<String> BETWEEN = Set.of("between", "btwn", "btw", "entre");
    private static final Set<String> JOINING = Set.of("and", "n", "y", "e");
    private static final Set<String> ARTICLES = Set.of("la", "the", "el");
    private static final Set<String> ON = Set.of("on", "of", "along", "en", "por", "sobre", "de");
    private static final int MOST_WORDS_BEFORE = 4;
    private static final int MOST_WORDS_BETWEEN = 3;
    private static final double LONGEST_METERS = 3_000;
    private static final double CORNER_RADIUS_METERS = 75;

    private final PostWords post;
    private final List<StreetMention> mentions;
    private final Corners corners;

    Stretches(PostWords post, List<StreetMention> mentions, Corners corners) {
        this.post = post;
        this.mentions = mentions;
        this.corners = corners;
    }

    /**
     * A stretch found.
     *
     * @param first the first token of its two ends
     * @param last the last one
     * @param match the place; null when no street with these ends is named
     */
    record Found(int first, int last, @Nullable LocalMatch match) {}

    List<Found> find() {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i + 1 < mentions.size(); i++) {
            StreetMention a = mentions.get(i);
            StreetMention b = next(i);
            if (b != null && isBetween(a)) {
                found.add(new Found(a.first(), b.last(), place(a, b)));
            }
        }
        return found;
    }

    private boolean isBetween(StreetMention a) {
        int at = a.first() - 1;
        return isFromTo(a)
                || BETWEEN.contains(post.norm(ARTICLES.contains(post.norm(at)) ? at - 1 : at));
    }

    /** {@code Main closed from 5th to 6th}. */
    private boolean isFromTo(StreetMention a) {
        return post.norm(a.first() - 1).equals("from") && post.norm(a.last() + 1).equals("to");
    }

    private @Nullable StreetMention next(int i) {
        StreetMention a = mentions.get(i);
        for (StreetMention b : mentions.subList(i + 1, mentions.size())) {
            int gap = b.first() - a.last() - 1;
            if (gap > MOST_WORDS_BETWEEN) {
                return null;
            }
            boolean article = gap == 2 && ARTICLES.contains(post.norm(b.first() - 1));
            if ((gap == 1 || article)
                    && (JOINING.contains(post.norm(a.last() + 1))
                            || post.token(a.last() + 1).surface().equals("&")
                            || isFromTo(a))) {
                return b;
            }
        }
        return null;
    }

    private @Nullable LocalMatch place(StreetMention a, StreetMention b) {
        for (StreetMention street : mentions) {
            boolean before =
                    street.last() < a.first() && street.last() >= a.first() - MOST_WORDS_BEFORE;
            boolean after =
                    street.first() > b.last()
                            && street.first() <= b.last() + 3
                            && ON.contains(post.norm(b.last() + 1));
            if (!before && !after) {
                continue;
            }
            List<LocalPlace> one = corners.of(street, a);
            List<LocalPlace> other = corners.of(street, b);
            LocalPlace middle =
                    one.isEmpty() || other.isEmpty() ? null : middle(one, other, street);
            if (middle != null) {
                int first = Math.min(street.first(), a.first());
                int last = Math.max(street.last(), b.last());
                return new LocalMatch(first, last, List.of(middle), Wording.CLEAR);
            }
        }
        return null;
    }

    /** Half way between the two corners nearest to each other; null when they are far apart. */
    private static @Nullable LocalPlace middle(
            List<LocalPlace> ones, List<LocalPlace> others, StreetMention on) {
        @Nullable LocalPlace best = null;
        double shortest = LONGEST_METERS;
        for (LocalPlace one : ones) {
            for (LocalPlace other : others) {
                double apart = EarthDistance.meters(one.point(), other.point());
                if (apart < shortest) {
                    shortest = apart;
                    GeoPoint half =
                            new GeoPoint(
                                    (one.point().lat() + other.point().lat()) / 2,
                                    (one.point().lon() + other.point().lon()) / 2);
                    best =
                            new LocalPlace(
                                    on.streets().get(0).id(),
                                    half,
                                    apart / 2 + CORNER_RADIUS_METERS,
                                    PlacePrecision.STREET);
                }
            }
        }
        return best;
    }
}
