// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * The forms of an English verb. Regular ones are made by the rules of spelling; an irregular past
 * is given: {@code hang/hung/hanged}.
 *
 * @param base such as {@code stab}
 * @param past such as {@code stabbed}; several where there are several
 */
record Inflection(String base, List<String> past) {

    private static final String VOWELS = "aeiou";

    Inflection {
        past = List.copyOf(past);
    }

    /** Reads a verb with its irregular pasts, if any, after slashes. */
    static Inflection of(String verb) {
        String[] forms = verb.split("/", -1);
        List<String> given = Arrays.asList(forms).subList(1, forms.length);
        return new Inflection(forms[0], given.isEmpty() ? List.of(regular(forms[0])) : given);
    }

    private static String regular(String base) {
        if (base.endsWith("e")) {
            return base + "d";
        }
        return endsInConsonantAndY(base)
                ? base.substring(0, base.length() - 1) + "ied"
                : doubled(base) + "ed";
    }

    /** Such as {@code stabs}. */
    String thirdPerson() {
        if (endsInConsonantAndY(base)) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        boolean hissing =
                base.endsWith("s")
                        || base.endsWith("sh")
                        || base.endsWith("ch")
                        || base.endsWith("x");
        return hissing ? (base.endsWith("gas") ? "gasses" : base + "es") : base + "s";
    }

    /** Such as {@code stabbing}. */
    String present() {
        return base.endsWith("e") && !base.endsWith("ee")
                ? base.substring(0, base.length() - 1) + "ing"
                : doubled(base) + "ing";
    }

    /** A short verb that ends in one vowel and one consonant doubles the consonant. */
    private static String doubled(String base) {
        int last = base.length() - 1;
        boolean doubles =
                base.chars().filter(c -> VOWELS.indexOf(c) >= 0).count() == 1
                        && last > 1
                        && isVowel(base, last - 1)
                        && !isVowel(base, last)
                        && "wxy".indexOf(base.charAt(last)) < 0;
        return doubles ? base + base.charAt(last) : base;
    }

    private static boolean endsInConsonantAndY(String base) {
        return base.endsWith("y") && !isVowel(base, base.length() - 2);
    }

    private static boolean isVowel(String base, int at) {
        return VOWELS.indexOf(base.charAt(at)) >= 0;
    }
}
