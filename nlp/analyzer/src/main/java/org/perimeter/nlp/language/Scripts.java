// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the script of a post says about its language. */
final class Scripts {

    /** Per script its languages, the commonest among posts first. */
    private static final Map<UnicodeScript, List<String>> LANGUAGES =
            Map.ofEntries(
                    Map.entry(UnicodeScript.CYRILLIC, List.of("ru", "uk", "bg", "sr", "mk", "be")),
                    Map.entry(UnicodeScript.ARABIC, List.of("ar", "fa", "ur", "ps")),
                    Map.entry(UnicodeScript.DEVANAGARI, List.of("hi", "mr", "ne")),
                    Map.entry(UnicodeScript.HAN, List.of("zh")),
                    Map.entry(UnicodeScript.HIRAGANA, List.of("ja")),
                    Map.entry(UnicodeScript.HANGUL, List.of("ko")),
                    Map.entry(UnicodeScript.GREEK, List.of("el")),
                    Map.entry(UnicodeScript.HEBREW, List.of("he")),
                    Map.entry(UnicodeScript.THAI, List.of("th")),
                    Map.entry(UnicodeScript.GEORGIAN, List.of("ka")),
                    Map.entry(UnicodeScript.ARMENIAN, List.of("hy")),
                    Map.entry(UnicodeScript.BENGALI, List.of("bn")),
                    Map.entry(UnicodeScript.TAMIL, List.of("ta")),
                    Map.entry(UnicodeScript.TELUGU, List.of("te")),
                    Map.entry(UnicodeScript.KANNADA, List.of("kn")),
                    Map.entry(UnicodeScript.MALAYALAM, List.of("ml")),
                    Map.entry(UnicodeScript.GUJARATI, List.of("gu")),
                    Map.entry(UnicodeScript.GURMUKHI, List.of("pa")),
                    Map.entry(UnicodeScript.SINHALA, List.of("si")),
                    Map.entry(UnicodeScript.KHMER, List.of("km")),
                    Map.entry(UnicodeScript.LAO, List.of("lo")),
                    Map.entry(UnicodeScript.MYANMAR, List.of("my")),
                    Map.entry(UnicodeScript.ETHIOPIC, List.of("am")));

    private Scripts() {}

    /**
     * The languages of the script in which most letters of the words and tags are; empty for Latin
     * script, for one that is not known, and without letters.
     */
    static List<String> languagesOf(List<Token> tokens) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        int latin = 0;
        for (Token token : tokens) {
            if (token.kind() == TokenKind.WORD || token.kind() == TokenKind.HASHTAG) {
                latin += count(token.surface(), letters);
            }
        }
        // Han letters beside kana are Japanese, however many.
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0);
        if (kana > 0) {
            letters.merge(
                    UnicodeScript.HIRAGANA,
                    letters.getOrDefault(UnicodeScript.HAN, 0),
                    Integer::sum);
        }
        List<String> languages = List.of();
        int most = latin;
        for (Map.Entry<UnicodeScript, Integer> script : letters.entrySet()) {
            if (script.getValue() > most) {
                most = script.getValue();
                languages = LANGUAGES.getOrDefault(script.getKey(), List.of());
            }
        }
        return languages;
    }

    /** Counts the letters of other scripts into the map; returns the number of Latin ones. */
    private static int count(String text, Map<UnicodeScript, Integer> letters) {
        int latin = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x250) {
                latin += Character.isLetter(c) ? 1 : 0;
            } else if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                boolean kana = script == UnicodeScript.KATAKANA;
                letters.merge(kana ? UnicodeScript.HIRAGANA : script, 1, Integer::sum);
            }
        }
        return latin;
    }
}
