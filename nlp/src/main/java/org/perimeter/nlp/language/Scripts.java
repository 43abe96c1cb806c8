// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import org.jspecify.annotations.Nullable;

/** Languages that their script alone gives away. */
final class Scripts {

    private Scripts() {}

    /** The language of the first letter whose script belongs to one language; null otherwise. */
    static @Nullable String languageOf(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            String language = ofScript(Character.UnicodeScript.of(c));
            if (language != null) {
                return language;
            }
            i += Character.charCount(c);
        }
        return null;
    }

    private static @Nullable String ofScript(Character.UnicodeScript script) {
        return switch (script) {
            case HIRAGANA, KATAKANA -> "ja";
            case HANGUL -> "ko";
            case GREEK -> "el";
            case HEBREW -> "he";
            case THAI -> "th";
            case GEORGIAN -> "ka";
            case ARMENIAN -> "hy";
            case TAMIL -> "ta";
            case HAN -> "zh";
            default -> null;
        };
    }
}
