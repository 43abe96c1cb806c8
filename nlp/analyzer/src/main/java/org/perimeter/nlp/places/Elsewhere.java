// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.jurisdiction.JurisdictionLayer;
import org.perimeter.nlp.jurisdiction.LocalMatch;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.List;
import java.util.Set;

/**
 * Whether a post says that it speaks of another town or county than the jurisdiction: {@code in
 * Dayton}, {@code over in Glenmoor county}. Then none of its names is one here.
 */
final class Elsewhere {

    /**
     * A town farther than this from a jurisdiction is elsewhere; what is nearer may be next door.
     */
    private static final double METERS = 40_000;

    /** So far away even a town that is only named. */
    private static final double FAR_METERS = 100_000;

    /** A town so large is meant even where the post only names it. */
    private static final int LARGE = 300_000;

    private static final Set<String> IN = Set.of("in", "at", "from", "near", "outside", "en", "to");
    private static final Set<String> AREAS = Set.of("county", "township", "twp", "parish");

    private static final Set<String> ARTICLES =
            Set.of("the", "this", "our", "my", "your", "their", "another", "every", "a");

    private final List<Token> tokens;
    private final List<LocalMatch> matches;

    Elsewhere(List<Token> tokens, List<LocalMatch> matches) {
        this.tokens = tokens;
        this.matches = matches;
    }

    /** By the towns of the world that the post names, and by counties that nobody knows. */
    boolean than(JurisdictionLayer layer, List<WorldPlace> world) {
        boolean namedItself =
                matches.stream()
                        .flatMap(m -> m.places().stream())
                        .anyMatch(p -> p.precision() == PlacePrecision.CITY);
        return !namedItself
                && (unknownArea(world)
                        || world.stream()
                                .filter(w -> isFree(w.firstToken(), w.lastToken()))
                                .anyMatch(w -> isFar(layer, w)));
    }

    /**
     * A place of the world in the post.
     *
     * @param firstToken index of its first token
     * @param lastToken index of its last token
     * @param place the place
     * @param sure whether the words around it say that it is a place
     */
    record WorldPlace(int firstToken, int lastToken, GazetteerPlace place, boolean sure) {}

    private boolean isFar(JurisdictionLayer layer, WorldPlace named) {
        if (named.place().kind().isRegion()) {
            return false;
        }
        double meters =
                EarthDistance.meters(named.place().point(), layer.center()) - layer.radiusMeters();
        return named.sure()
                ? meters > METERS
                : meters > FAR_METERS && named.place().population() >= LARGE;
    }

    /** {@code in Glenmoor county}, where neither the town nor the world knows one. */
    private boolean unknownArea(List<WorldPlace> world) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            int at = i;
            boolean area =
                    AREAS.contains(tokens.get(i + 1).norm())
                            && IN.contains(tokens.get(i - 1).norm())
                            && tokens.get(i).wordLike()
                            && isFree(i, i + 1)
                            && world.stream()
                                    .noneMatch(w -> w.firstToken() <= at && at <= w.lastToken());
            if (area && !ARTICLES.contains(tokens.get(i).norm())) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int first, int last) {
        return matches.stream().noneMatch(m -> m.overlaps(first, last));
    }
}
