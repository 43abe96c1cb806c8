// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

import java.util.Locale;

/** Brings a word into the one form in which lexicon and gazetteer know it. */
public final class Normalizer {

    private Normalizer() {}

    /**
     * Lower case, diacritics folded, apostrophes and points dropped, three or more of one letter
     * cut to two. The result may be empty.
     */
    public static String norm(String word) {
        boolean plain = true;
        for (int i = 0; i < word.length() && plain; i++) {
            char c = word.charAt(i);
            plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
        String folded = plain ? word : fold(word);
        return squeeze(folded);
    }

    /** Lower case with diacritics folded; keeps letters and digits only. */
    public static String fold(String word) {
        // Lower case comes last: a styled capital has none, and becomes a plain capital first.
        String decomposed =
                java.text.Normalizer.normalize(
                                StyledLetters.plain(word), java.text.Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (c == 'ß') {
                out.append("ss");
            } else if (c == 'ø') {
                out.append('o');
            } else if (c == 'ł') {
                out.append('l');
            } else if (c == 'đ') {
                out.append('d');
            } else if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static String squeeze(String word) {
        int run = 1;
        StringBuilder out = null;
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean same = c == word.charAt(i - 1) && Character.isLetter(c);
            run = same ? run + 1 : 1;
            if (run > 2 && out == null) {
                out = new StringBuilder(word.substring(0, i));
            } else if (out != null && run <= 2) {
                out.append(c);
            }
        }
        return out == null ? word : out.toString();
    }
}
