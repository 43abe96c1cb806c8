// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises licence plates: by a form that only plates of the region have, or by the word for a
 * plate before them. Letters and digits alone are a route, a room or a bus.
 */
final class PlateScanner {

    private static final Pattern CONTEXT =
            Pattern.compile(
                    "(?<word>plates?|tags?|reg|registration|placas?|matr[i\u00ED]culas?|kennzeichen"
                            + "|nummernschild|immatriculation|kenteken|targa)(?![a-z])[\\s:#,'\"(-]{0,3}"
                            + "(?:(?:number|num|no|is|was|are|reads?|reading|starts?|starting|begins"
                            + "|beginning|ends|ending|with|in|like|maybe|partial|says|came|back|as"
                            + "|n[u\u00FA]mero|es)(?![a-z0-9])\\.?[\\s:#,'\"(-]{0,3}){0,4}"
                            + "(?<plate>(?<one>[a-z0-9]{2,8})(?:[ -](?<two>[a-z0-9]{2,4}))?)"
                            + "(?![a-z0-9])",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNTED =
            Pattern.compile(
                    "[0-9]+(?:st|nd|rd|th|am|pm|h|k|m|km|mi|ft|mph|kmh|x|s|min|mins|hrs?|yo)",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> WORDS =
            Set.of(
                    "a", "an", "and", "at", "by", "for", "from", "in", "is", "near", "of", "off",
                    "on", "or", "out", "the", "to", "was", "with", "unit", "bus", "room", "apt");

    private static final int SHORTEST_NUMBER = 5;
    private static final int SHORTEST_TAG = 5;

    private final String text;
    private final List<Pattern> forms;

    PlateScanner(String text, List<Pattern> forms) {
        this.text = text;
        this.forms = forms;
    }

    /** The plate that begins, or is announced, at the start of a word. */
    @Nullable Identifier find(int start) {
        for (Pattern form : forms) {
            Matcher matcher = at(form, start);
            if (matcher.lookingAt()) {
                return plate(start, matcher.end());
            }
        }
        Matcher context = at(CONTEXT, start);
        return context.lookingAt() ? announced(context) : null;
    }

    private Matcher at(Pattern pattern, int start) {
        return pattern.matcher(text).region(start, text.length()).useAnchoringBounds(false);
    }

    private @Nullable Identifier announced(Matcher context) {
        String word = context.group("word").toLowerCase(Locale.ROOT);
        boolean loose = word.startsWith("tag") || word.startsWith("reg");
        String one = context.group("one");
        String two = context.group("two");
        int start = context.start("plate");
        if (two != null && isPart(one) && isPart(two) && isMixed(one + two)) {
            return plate(start, context.end("plate"));
        }
        boolean alone =
                isMixed(one)
                        ? !COUNTED.matcher(one).matches()
                        : isNumber(one) && one.length() >= SHORTEST_NUMBER && !loose;
        return alone && (!loose || (one.length() >= SHORTEST_TAG && isUpper(one)))
                ? plate(start, context.end("one"))
                : null;
    }

    /** Whether it can be half of a plate: capitals or digits, and neither a word nor a count. */
    private static boolean isPart(String half) {
        return isUpper(half)
                && !WORDS.contains(half.toLowerCase(Locale.ROOT))
                && !COUNTED.matcher(half).matches();
    }

    private static boolean isUpper(String part) {
        return part.equals(part.toUpperCase(Locale.ROOT));
    }

    private static boolean isMixed(String part) {
        return part.chars().anyMatch(Character::isDigit)
                && part.chars().anyMatch(Character::isLetter);
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(Character::isDigit);
    }

    private static Identifier plate(int start, int end) {
        return new Identifier(IdentifierKind.PLATE, start, end);
    }
}
