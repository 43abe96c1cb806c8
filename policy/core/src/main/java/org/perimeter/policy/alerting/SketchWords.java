// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.model.place.PlaceMention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a redacted text with everything masked that a template fills in anew for each copy:
 * places, weekdays, numbers, handles and links; exclamations that open a post are dropped.
 */
final class SketchWords {

    private static final String PLACE = "<place>";
    private static final String DAY = "<day>";
    private static final String NUMBER = "<number>";

    private static final Pattern WORD = Pattern.compile("\\[[a-z]+]|<place>|[\\p{L}\\p{N}']+");
    private static final Pattern DIGIT = Pattern.compile(".*\\p{N}.*");

    private static final Set<String> DAYS =
            Set.of(
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "mon",
                    "tue",
                    "tues",
                    "wed",
                    "thu",
                    "thur",
                    "thurs",
                    "fri",
                    "sat",
                    "sun",
                    "lunes",
                    "martes",
                    "miércoles",
                    "miercoles",
                    "jueves",
                    "viernes",
                    "sábado",
                    "sabado",
                    "domingo",
                    "today",
                    "tonight",
                    "tomorrow",
                    "yesterday",
                    "hoy",
                    "mañana",
                    "manana",
                    "ayer");

    private static final Set<String> NUMBERS =
            Set.of(
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "dos",
                    "tres",
                    "cuatro",
                    "cinco",
                    "seis",
                    "siete",
                    "ocho",
                    "nueve",
                    "diez",
                    "few",
                    "several",
                    "many",
                    "multiple",
                    "couple");

    private static final Set<String> OPENERS =
            Set.of(
                    "omg",
                    "omfg",
                    "wtf",
                    "breaking",
                    "update",
                    "urgent",
                    "alert",
                    "just",
                    "in",
                    "guys",
                    "yall",
                    "y'all",
                    "yo",
                    "bro",
                    "bruh",
                    "dude",
                    "hey",
                    "wow",
                    "ok",
                    "okay",
                    "so",
                    "um",
                    "uh",
                    "lord",
                    "jesus",
                    "god",
                    "help",
                    "please",
                    "pls",
                    "rt",
                    "fyi",
                    "psa",
                    "heads",
                    "up",
                    "oye",
                    "dios",
                    "mío",
                    "mio",
                    "ay",
                    "ojo",
                    "última",
                    "ultima",
                    "hora",
                    "hear",
                    "hearing",
                    "and",
                    "now");

    private SketchWords() {}

    /** In text order. */
    static List<String> of(String text, List<PlaceMention> places) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(withoutPlaces(text, places).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = masked(matcher.group());
            boolean opens = words.isEmpty() && OPENERS.contains(word);
            boolean again = !words.isEmpty() && words.get(words.size() - 1).equals(word);
            if (!opens && !again) {
                words.add(word);
            }
        }
        return words;
    }

    private static String masked(String word) {
        if (DAYS.contains(word)) {
            return DAY;
        }
        boolean number = NUMBERS.contains(word) || DIGIT.matcher(word).matches();
        return number ? NUMBER : word;
    }

    private static String withoutPlaces(String text, List<PlaceMention> places) {
        int[] points = text.codePoints().toArray();
        boolean[] placed = new boolean[points.length];
        for (PlaceMention place : places) {
            for (int i = Math.max(0, place.start());
                    i < Math.min(place.end(), points.length);
                    i++) {
                placed[i] = true;
            }
        }
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < points.length; i++) {
            if (!placed[i]) {
                rest.appendCodePoint(points[i]);
            } else if (i == 0 || !placed[i - 1]) {
                rest.append(' ').append(PLACE).append(' ');
            }
        }
        return rest.toString();
    }
}
