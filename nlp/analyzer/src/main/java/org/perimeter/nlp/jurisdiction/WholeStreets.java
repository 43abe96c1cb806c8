// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.name.NameWords;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.street.PointCloud;
import org.perimeter.nlp.jurisdiction.street.Street;
import org.perimeter.nlp.jurisdiction.street.StreetMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Streets that a post names without saying where on them. */
final class WholeStreets {

    private static final Set<String> ON_STREET =
            Set.of("on", "down", "along", "off", "of", "near", "at", "en", "por");

    /** After these even an ordinary word is a street: {@code on Main}. */
    private static final Set<String> ON_ORDINARY = Set.of("on", "down", "along", "en", "por");

    private static final Set<String> BEFORE_IDIOM =
            Set.of("on", "down", "along", "off", "near", "at", "of", "across", "by");

    /** A longer road says nothing about where. */
    private static final double LONGEST_ROAD_METERS = 4_000;

    private static final double SMALLEST_RADIUS_METERS = 100;

    private WholeStreets() {}

    static List<LocalMatch> find(PostWords post, List<StreetMention> mentions, NameWords words) {
        List<LocalMatch> matches = new ArrayList<>();
        for (StreetMention mention : mentions) {
            if (!isStreet(post, mention, words)) {
                continue;
            }
            List<LocalPlace> places =
                    mention.streets().stream()
                            .map(WholeStreets::whole)
                            .filter(
                                    p ->
                                            !mention.isRoad()
                                                    || p.radiusMeters() < LONGEST_ROAD_METERS)
                            .toList();
            if (!places.isEmpty()) {
                matches.add(
                        new LocalMatch(
                                mention.first(),
                                mention.last(),
                                places,
                                mention.is(StreetMention.Form.SHORT)
                                                || mention.is(StreetMention.Form.PLAIN)
                                        ? Wording.BARE
                                        : Wording.CLEAR));
            }
        }
        return matches;
    }

    private static boolean isStreet(PostWords post, StreetMention mention, NameWords words) {
        String before = post.norm(mention.first() - 1);
        return switch (mention.form()) {
            case FULL ->
                    !words.isIdiom(post.words(mention.first(), mention.last()))
                            || !post.norm(mention.last()).equals(post.word(mention.last()))
                            || BEFORE_IDIOM.contains(before)
                            || isHouseNumber(before);
            case SHORT -> post.nameLike(mention.first()) && ON_STREET.contains(before);
            case PLAIN -> post.nameLike(mention.first()) && ON_ORDINARY.contains(before);
            case CORRECTED -> mention.last() > mention.first() && post.isSuffix(mention.last());
            case NUMBER -> false;
        };
    }

    private static boolean isHouseNumber(String before) {
        return !before.isEmpty() && before.chars().allMatch(Character::isDigit);
    }

    private static LocalPlace whole(Street street) {
        double radius =
                Math.max(
                        SMALLEST_RADIUS_METERS,
                        PointCloud.radius(street.middle(), street.points()));
        return new LocalPlace(street.id(), street.middle(), radius, PlacePrecision.STREET);
    }
}
