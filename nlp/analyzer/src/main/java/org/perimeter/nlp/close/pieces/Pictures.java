// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close.pieces;

import org.perimeter.nlp.classifier.MaskedWords;

import java.util.Locale;

/**
 * Writes emoji as words, since the vocabulary has none: people and flags of every kind as "people",
 * all others by their Unicode names. A row of the same one is written once; colours of skin and
 * what is joined to a person (a profession, a rainbow) are left out.
 */
final class Pictures {

    private static final int JOINER = 0x200D;
    private static final int PRESENTATION = 0xFE0F;

    private final MaskedWords masked;

    Pictures(MaskedWords masked) {
        this.masked = masked;
    }

    /** The text with its emoji in words. */
    String spelled(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        String said = "";
        boolean joined = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == JOINER) {
                joined = true;
            } else if (c != PRESENTATION && !isSkin(c)) {
                if (isPicture(c)) {
                    String name = joined && said.equals(MaskedWords.SHOWN_PEOPLE) ? said : name(c);
                    out.append(name.equals(said) ? "" : " " + name + " ");
                    said = name;
                } else {
                    out.appendCodePoint(c);
                    said = Character.isWhitespace(c) ? said : "";
                }
                joined = false;
            }
        }
        return out.toString();
    }

    private String name(int picture) {
        String shown = masked.shown(Character.toString(picture));
        if (shown.equals(MaskedWords.SHOWN_PEOPLE)) {
            return shown;
        }
        String name = Character.getName(picture);
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static boolean isSkin(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isPicture(int c) {
        return (c >= 0x1F000 && c <= 0x1FAFF)
                || (c >= 0x2600 && c <= 0x27BF)
                || (c >= 0x2B00 && c <= 0x2BFF)
                || (c >= 0x2300 && c <= 0x23FF);
    }
}
