// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.name.NameWords;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.street.PointCloud;
import org.perimeter.nlp.jurisdiction.street.Street;
import org.perimeter.nlp.jurisdiction.street.StreetMention;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Streets that a post names without saying where on them. */
final class WholeStreets {

    private static final Set<String> ON_STREET =
            Set.of("on", "down", "along", "off", "of", "near", "at", "en", "por", "sobre", "de");

    /** After these even an ordinary word is a street: {@code on Main}. */
    private static final Set<String> ON_ORDINARY =
            Set.of("on", "down", "along", "en", "por", "sobre");

    /** After these it is a street even where it is a surname: {@code smoke over Brimmer}. */
    private static final Set<String> ACROSS =
            Set.of("off", "across", "over", "past", "toward", "towards", "up", "hacia");

    /** Before {@code of}: {@code the corner of Harlow}. */
    private static final Set<String> PARTS =
            Set.of("corner", "end", "top", "bottom", "side", "block");

    /** What a street is called before its name, in Spanish. */
    private static final Set<String> SPANISH = Set.of("calle", "avenida");

    private static final Set<String> BEFORE_IDIOM =
            Set.of("on", "down", "along", "off", "near", "at", "of", "across", "by");

    /** A longer road says nothing about where. */
    private static final double LONGEST_ROAD_METERS = 4_000;

    private static final double SMALLEST_RADIUS_METERS = 100;

    private WholeStreets() {}

    /** Whether after this word even an ordinary one is a street. */
    static boolean isOn(String before) {
        return !before.equals("en") && ON_ORDINARY.contains(before);
    }

    static List<LocalMatch> find(PostWords post, List<StreetMention> mentions, NameWords words) {
        List<LocalMatch> matches = new ArrayList<>();
        for (StreetMention mention : mentions) {
            boolean street = isStreet(post, mention, words);
            if (!street && !isLoose(post, mention)) {
                continue;
            }
            List<LocalPlace> places =
                    exact(post, mention).stream()
                            .flatMap(each -> each.pieces().stream().map(p -> whole(each, p)))
                            .filter(
                                    p ->
                                            !mention.isRoad()
                                                    || p.radiusMeters() < LONGEST_ROAD_METERS)
                            .toList();
            if (!street) {
                matches.add(
                        new LocalMatch(
                                mention.first(), mention.last(), List.of(), Wording.BARE, places));
            } else if (!places.isEmpty()) {
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

    /** {@code Main St} is Main Street before it is South Main Street. */
    private static List<Street> exact(PostWords post, StreetMention mention) {
        List<String> name = post.words(mention.first(), mention.last());
        List<Street> same = mention.streets().stream().filter(s -> s.words().equals(name)).toList();
        if (!same.isEmpty()) {
            return same;
        }
        List<Street> longer =
                mention.streets().stream()
                        .filter(s -> s.words().size() == name.size() + 1)
                        .filter(s -> s.words().subList(0, name.size()).equals(name))
                        .toList();
        return longer.isEmpty() ? mention.streets() : longer;
    }

    private static boolean isStreet(PostWords post, StreetMention mention, NameWords words) {
        String before = before(post, mention);
        return switch (mention.form()) {
            case FULL ->
                    !words.isIdiom(post.words(mention.first(), mention.last()))
                            || !post.norm(mention.last()).equals(post.word(mention.last()))
                            || BEFORE_IDIOM.contains(before)
                            || isHouseNumber(before);
            case SHORT ->
                    post.nameLike(mention.first())
                            && (ON_STREET.contains(before) || SPANISH.contains(before));
            case PLAIN ->
                    post.nameLike(mention.first())
                            && (ON_ORDINARY.contains(before) || SPANISH.contains(before));
            case CORRECTED -> mention.last() > mention.first() && post.isSuffix(mention.last());
            case NUMBER -> false;
        };
    }

    /** Written like a word, where a street is expected: {@code shots on harlow}. */
    private static boolean isLoose(PostWords post, StreetMention mention) {
        String before = before(post, mention);
        return mention.is(StreetMention.Form.SHORT)
                && (ON_ORDINARY.contains(before)
                        || SPANISH.contains(before)
                        || ACROSS.contains(before)
                        || (before.equals("of") && PARTS.contains(post.norm(mention.first() - 2))));
    }

    /** The word before; behind a Spanish article the one before that. */
    private static String before(PostWords post, StreetMention mention) {
        int at = mention.first() - 1;
        boolean article = post.norm(at).equals("la");
        return article && ON_STREET.contains(post.norm(at - 1)) ? post.norm(at - 1) : post.norm(at);
    }

    private static boolean isHouseNumber(String before) {
        return !before.isEmpty() && before.chars().allMatch(Character::isDigit);
    }

    private static LocalPlace whole(Street street, Set<GeoPoint> piece) {
        GeoPoint middle = PointCloud.nearest(PointCloud.mean(piece), piece);
        double radius = Math.max(SMALLEST_RADIUS_METERS, PointCloud.radius(middle, piece));
        return new LocalPlace(street.id(), middle, radius, PlacePrecision.STREET);
    }
}
