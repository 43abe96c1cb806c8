// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.input;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The months as newsrooms write them, long and short, in the languages that are not at odds with
 * each other; a name that means two months names none.
 */
final class MonthNames {

    private static final List<String> LANGUAGES =
            List.of("en", "es", "fr", "de", "pt", "it", "nl", "sv", "da", "nb", "ca", "pl");
    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    /** 1 to 12; 0 when the word is no month. */
    static int of(String word) {
        return MONTHS.getOrDefault(fold(word), 0);
    }

    /** Lower case, no accents, no points. */
    static String fold(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+|\\.", "");
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style :
                        List.of(
                                TextStyle.FULL,
                                TextStyle.FULL_STANDALONE,
                                TextStyle.SHORT,
                                TextStyle.SHORT_STANDALONE)) {
                    String name = fold(month.getDisplayName(style, locale));
                    Integer other = months.put(name, month.getValue());
                    if (other != null && other != month.getValue()) {
                        ambiguous.add(name);
                    }
                }
            }
        }
        months.put("sept", 9);
        months.put("mrz", 3);
        months.put("maerz", 3);
        months.put("set", 9);
        months.keySet().removeAll(ambiguous);
        return Map.copyOf(months);
    }
}
