// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns text as people write it into words separated by single spaces, for a field that is analysed
 * by white space only. The same text gives the same words at index and at query time; only where
 * one spelling stands for several does the index hold all of them and the query the one that any of
 * them would find.
 *
 * <p>In this order: the placeholders of the redaction vanish; hashtags fall apart at their humps;
 * compatibility forms are unified (NFKC), invisible characters dropped, case folded, Latin, Greek,
 * Cyrillic and Arabic marks removed; letters drawn out three times or more are squeezed; everything
 * but letters and digits separates words, except that every ideograph, kana and pictograph is a
 * word of its own.
 */
public final class TextNormalizer {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[(?:handle|link|phone|email)]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE0F\\uFE0E]+");
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F\\u064B-\\u0652]+");
    private static final Pattern APOSTROPHES =
            Pattern.compile("(?<=\\p{L})['\u2019\u02BC](?=\\p{L})");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

    private TextNormalizer() {}

    /** The words to index; a word that can be asked for in several spellings comes in each. */
    public static String forIndex(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String piece : Hashtags.withParts(clean(text))) {
            for (String word : Words.of(fold(piece))) {
                words.add(DRAWN_OUT.matcher(word).replaceAll("$1$1"));
                words.add(DRAWN_OUT.matcher(word).replaceAll("$1"));
            }
        }
        return String.join(" ", words);
    }

    /** The words to ask for, all of which must be there; empty when the text holds none. */
    public static String forQuery(String text) {
        List<String> words = new ArrayList<>();
        for (String piece : Hashtags.asParts(clean(text))) {
            for (String word : Words.of(fold(piece))) {
                words.add(DRAWN_OUT.matcher(word).replaceAll("$1$1"));
            }
        }
        return String.join(" ", words);
    }

    private static String clean(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(
                PLACEHOLDER.matcher(visible).replaceAll(" "), Normalizer.Form.NFKC);
    }

    private static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(CaseFolding.fold(text), Normalizer.Form.NFD))
                        .replaceAll("");
        return APOSTROPHES.matcher(Normalizer.normalize(bare, Normalizer.Form.NFC)).replaceAll("");
    }
}
