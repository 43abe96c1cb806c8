// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as a reader sees it: styled letters and digits are plain ones, what cannot be seen is left
 * out. Remembers where in the original each part came from.
 */
final class FoldedText {

    private static final int LETTER_BEYOND = '\uA78F';
    private static final int OTHER_BEYOND = '\uFFFC';
    private static final int ASCII = 0x80;

    private final int[] characters;
    private final int[] origins;
    private final String flat;

    private FoldedText(int[] characters, int[] origins) {
        this.characters = characters;
        this.origins = origins;
        char[] units = new char[characters.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) withinOneUnit(characters[i]);
        }
        this.flat = new String(units);
    }

    static FoldedText of(int[] original) {
        int[] characters = new int[original.length];
        int[] origins = new int[original.length];
        int length = 0;
        for (int i = 0; i < original.length; i++) {
            if (!isInvisible(original[i])) {
                characters[length] = fold(original[i]);
                origins[length] = i;
                length++;
            }
        }
        return new FoldedText(Arrays.copyOf(characters, length), Arrays.copyOf(origins, length));
    }

    /** One code point each. */
    int[] characters() {
        return characters;
    }

    /** The same for patterns: one char each, so that positions are the same. */
    String flat() {
        return flat;
    }

    /** Where something that was found lies in the original. */
    Identifier unfold(Identifier found) {
        return new Identifier(found.kind(), origins[found.start()], origins[found.end() - 1] + 1);
    }

    /** What was found, as it looks. */
    String words(Identifier found) {
        return new String(characters, found.start(), found.end() - found.start());
    }

    private static int fold(int c) {
        if (c < ASCII) {
            return c;
        }
        if (Character.isDigit(c)) {
            return '0' + Character.digit(c, 10);
        }
        if (isSurrogate(c)) {
            return c;
        }
        String folded = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return folded.codePointCount(0, folded.length()) == 1 ? folded.codePointAt(0) : c;
    }

    private static int withinOneUnit(int c) {
        return Character.isBmpCodePoint(c)
                ? c
                : Character.isLetterOrDigit(c) ? LETTER_BEYOND : OTHER_BEYOND;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Format characters, variation selectors, the frame of a keycap, and fillers. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || c == 0x20E3
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
    }
}
