// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.street.StreetMention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Street corners in a post: {@code 5th & Main}, {@code corner of X and Y}, {@code X/Y}, {@code X at
 * Y}, {@code I-71 at X}. Any two street names that a connecting word joins are tried; the street
 * network decides whether they are a corner.
 */
final class Crossings {

    private static final Set<String> JOINING =
            Set.of("and", "n", "at", "x", "y", "near", "by", "off", "over", "con", "esquina");
    private static final Set<String> JOINING_SIGNS = Set.of("&", "/", "@", "+", "-", "|", "\\");
    private static final Set<String> FILLING =
            Set.of(
                    "the",
                    "corner",
                    "of",
                    "intersection",
                    "with",
                    "la",
                    "el",
                    "de",
                    "calle",
                    "avenida");

    /** Words before a corner that say so, when the names themselves could be anything. */
    private static final Set<String> LEADING =
            Set.of(
                    "at", "on", "near", "by", "corner", "of", "from", "around", "in", "off", "en",
                    "de", "esquina", "calle", "avenida");

    private static final int MOST_WORDS_BETWEEN = 4;

    /**
     * Before the second street, however much is said after the first: {@code Main ... past 5th}.
     */
    private static final Set<String> PASSING =
            Set.of(
                    "past", "at", "toward", "towards", "near", "by", "before", "after", "to",
                    "pasando", "hasta", "with", "behind");

    private static final Set<String> ON = Set.of("on", "down", "up", "along", "en", "por", "sobre");
    private static final Set<String> END = Set.of("side", "end");
    private static final int MOST_WORDS_PASSING = 7;

    private Crossings() {}

    static List<LocalMatch> find(PostWords post, List<StreetMention> mentions, Corners corners) {
        List<LocalMatch> matches = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            StreetMention a = mentions.get(i);
            for (int j = i + 1; j < mentions.size(); j++) {
                StreetMention b = mentions.get(j);
                if (b.first() > a.last() + MOST_WORDS_PASSING + 1) {
                    break;
                }
                boolean joined = joined(post, a, b) && plausible(post, a, b);
                if (b.first() > a.last() && (joined || passing(post, a, b))) {
                    List<LocalPlace> places = corners.of(a, b);
                    if (!places.isEmpty()) {
                        matches.add(new LocalMatch(a.first(), b.last(), places, Wording.CLEAR));
                    }
                }
            }
        }
        return matches;
    }

    private static boolean joined(PostWords post, StreetMention a, StreetMention b) {
        int between = b.first() - a.last() - 1;
        if (between < 1 || between > MOST_WORDS_BETWEEN) {
            return false;
        }
        boolean joining = false;
        for (int i = a.last() + 1; i < b.first(); i++) {
            String sign = post.token(i).surface();
            boolean joins = JOINING.contains(post.norm(i)) || JOINING_SIGNS.contains(sign);
            // A point may end an abbreviated suffix: "Main St. & 5th".
            boolean fills = FILLING.contains(post.norm(i)) || sign.equals(".");
            if (!joins && !fills) {
                return false;
            }
            joining |= joins;
        }
        return joining;
    }

    /** {@code Main blocked at 5th}, {@code up Main past 5th}, {@code Main, on the 5th side}. */
    private static boolean passing(PostWords post, StreetMention a, StreetMention b) {
        if (doubtful(a) || doubtful(b) || a.isRoad() || b.isRoad()) {
            return false;
        }
        for (int i = a.last() + 1; i < b.first(); i++) {
            boolean abbreviated = i == a.last() + 1 && post.token(i).surface().equals(".");
            if (post.token(i).endsSentence() && !abbreviated) {
                return false;
            }
        }
        int before = b.first() - 1;
        String leading = post.norm(FILLING.contains(post.norm(before)) ? before - 1 : before);
        boolean end = END.contains(post.norm(b.last() + 1)) || isEnd(post, a, b);
        boolean street = a.is(StreetMention.Form.FULL) || ON.contains(post.norm(a.first() - 1));
        boolean certain = !b.is(StreetMention.Form.PLAIN) || post.nameLike(b.first());
        return certain && before > a.last() && street && (end || PASSING.contains(leading));
    }

    private static boolean isEnd(PostWords post, StreetMention a, StreetMention b) {
        return END.contains(post.norm(a.last() + 1))
                && post.norm(a.last() + 2).equals("of")
                && b.first() <= a.last() + 4;
    }

    private static boolean plausible(PostWords post, StreetMention a, StreetMention b) {
        boolean writtenA = post.nameLike(a.first());
        boolean writtenB = post.nameLike(b.first());
        boolean led = a.first() > 0 && LEADING.contains(post.norm(a.first() - 1));
        String between = post.token(a.last() + 1).surface();
        boolean sign = JOINING_SIGNS.contains(between) && !between.equals("-");
        if (doubtful(a) || doubtful(b)) {
            StreetMention other = doubtful(a) ? b : a;
            boolean written = doubtful(a) ? writtenB : writtenA;
            return !doubtful(other) && (sign || written || other.is(StreetMention.Form.FULL));
        }
        boolean named = !a.is(StreetMention.Form.PLAIN) || !b.is(StreetMention.Form.PLAIN);
        return sign || led || (writtenA && writtenB) || named;
    }

    /** Forms that are no evidence by themselves. */
    private static boolean doubtful(StreetMention mention) {
        return mention.is(StreetMention.Form.NUMBER) || mention.is(StreetMention.Form.CORRECTED);
    }
}
