// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts folded text into words. */
final class Words {

    /** Longer ones are cut, so that no tokenizer has to. */
    private static final int LONGEST = 100;

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints()
                .forEach(
                        codePoint -> {
                            if (standsAlone(codePoint)) {
                                flush(word, words);
                                words.add(Character.toString(codePoint));
                            } else if (belongsToAWord(codePoint)) {
                                word.appendCodePoint(codePoint);
                            } else {
                                flush(word, words);
                            }
                        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            int end = Math.min(word.length(), LONGEST);
            words.add(word.substring(0, word.offsetByCodePoints(0, word.codePointCount(0, end))));
            word.setLength(0);
        }
    }

    /** Scripts without spaces, and pictographs. */
    private static boolean standsAlone(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return Character.isIdeographic(codePoint)
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || (Character.getType(codePoint) == Character.OTHER_SYMBOL && codePoint > 0x2000);
    }

    private static boolean belongsToAWord(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
