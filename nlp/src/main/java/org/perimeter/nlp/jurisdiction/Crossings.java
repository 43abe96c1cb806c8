// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.GeoPoint;
import org.perimeter.policy.model.PlacePrecision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Street corners in a post: {@code 5th & Main}, {@code corner of X and Y}, {@code X/Y}, {@code X at
 * Y}. Any two street names that a connecting word joins are tried; the street network decides
 * whether they are a corner.
 */
final class Crossings {

    private static final Set<String> JOINING =
            Set.of("and", "at", "x", "y", "near", "by", "off", "con", "esquina");
    private static final Set<String> JOINING_SIGNS = Set.of("&", "/", "@", "+", "-", "|", "\\");
    private static final Set<String> FILLING =
            Set.of("the", "corner", "of", "intersection", "with");

    /** Words before a corner that say so, when the names themselves could be anything. */
    private static final Set<String> LEADING =
            Set.of("at", "on", "near", "by", "corner", "of", "from", "around", "en", "in", "off");

    private static final int MOST_WORDS_BETWEEN = 4;
    private static final double SAME_CORNER_METERS = 50;
    private static final double CORNER_RADIUS_METERS = 75;

    private Crossings() {}

    static List<LocalMatch> find(List<Token> tokens, List<StreetIndex.Mention> mentions) {
        List<LocalMatch> matches = new ArrayList<>();
        for (StreetIndex.Mention a : mentions) {
            for (StreetIndex.Mention b : mentions) {
                if (b.first() > a.last() && joined(tokens, a, b) && plausible(tokens, a, b)) {
                    List<LocalPlace> corners = corners(a, b);
                    if (!corners.isEmpty()) {
                        matches.add(new LocalMatch(a.first(), b.last(), corners, true));
                    }
                }
            }
        }
        return matches;
    }

    private static boolean joined(
            List<Token> tokens, StreetIndex.Mention a, StreetIndex.Mention b) {
        int between = b.first() - a.last() - 1;
        if (between < 1 || between > MOST_WORDS_BETWEEN) {
            return false;
        }
        boolean joining = false;
        for (int i = a.last() + 1; i < b.first(); i++) {
            Token token = tokens.get(i);
            boolean joins =
                    JOINING.contains(token.norm()) || JOINING_SIGNS.contains(token.surface());
            // A point may end an abbreviated suffix: "Main St. & 5th".
            boolean fills = FILLING.contains(token.norm()) || token.surface().equals(".");
            if (!joins && !fills) {
                return false;
            }
            joining |= joins;
        }
        return joining;
    }

    private static boolean plausible(
            List<Token> tokens, StreetIndex.Mention a, StreetIndex.Mention b) {
        boolean sign = JOINING_SIGNS.contains(tokens.get(a.last() + 1).surface());
        boolean led = a.first() > 0 && LEADING.contains(tokens.get(a.first() - 1).norm());
        boolean written = nameLike(tokens.get(a.first())) && nameLike(tokens.get(b.first()));
        return sign || led || written || a.suffixed() || b.suffixed();
    }

    private static boolean nameLike(Token token) {
        return token.capitalized() || Character.isDigit(token.surface().charAt(0));
    }

    private static List<LocalPlace> corners(StreetIndex.Mention a, StreetIndex.Mention b) {
        List<LocalPlace> corners = new ArrayList<>();
        for (Street one : a.streets()) {
            for (Street other : b.streets()) {
                if (!one.equals(other)) {
                    for (GeoPoint point : one.crossings(other)) {
                        addUnlessKnown(point, one, other, corners);
                    }
                }
            }
        }
        return corners;
    }

    private static void addUnlessKnown(
            GeoPoint point, Street one, Street other, List<LocalPlace> corners) {
        boolean known =
                corners.stream()
                        .anyMatch(c -> EarthDistance.meters(c.point(), point) < SAME_CORNER_METERS);
        if (!known) {
            String id = "crossing:" + name(one) + "+" + name(other);
            corners.add(
                    new LocalPlace(id, point, CORNER_RADIUS_METERS, PlacePrecision.INTERSECTION));
        }
    }

    private static String name(Street street) {
        return street.id().substring("street:".length());
    }
}
